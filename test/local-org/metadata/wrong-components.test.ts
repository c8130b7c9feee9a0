import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failures, file, TestOrg } from './local-package.ts';
import { wrongFieldShapes } from './wrong/field-shapes.ts';
import { wrongFields } from './wrong/fields.ts';
import { wrongFlows } from './wrong/flows.ts';
import { wrongOthers } from './wrong/others.ts';
import { wrongObjects } from './wrong/objects.ts';
import { wrongPages } from './wrong/pages.ts';
import { wrongPeopleAndWords } from './wrong/people-and-words.ts';
import { wrongRelations } from './wrong/relations.ts';
import { wrongRulesAndPermissions } from './wrong/rules-and-permissions.ts';
import { wordingOf } from './wrong/wording.ts';
import { wrongWorkflows } from './wrong/workflows.ts';

const visit = file(
  'CustomObject',
  `<deploymentStatus>Deployed</deploymentStatus>
  <fields><fullName>Host__c</fullName><label>Host</label><referenceTo>Account</referenceTo><relationshipName>Visits</relationshipName><type>Lookup</type></fields>
  <fields><fullName>Guests__c</fullName><label>Guests</label><summaryForeignKey>Guest__c.Visit__c</summaryForeignKey><summaryOperation>count</summaryOperation><type>Summary</type></fields>
  <label>Visit</label><nameField><label>Visit</label><type>Text</type></nameField><pluralLabel>Visits</pluralLabel><sharingModel>Private</sharingModel>`,
);
const guest = file(
  'CustomObject',
  `<deploymentStatus>Deployed</deploymentStatus>
  <fields><fullName>Visit__c</fullName><label>Visit</label><referenceTo>Visit__c</referenceTo><relationshipName>Guests</relationshipName><relationshipOrder>0</relationshipOrder><type>MasterDetail</type></fields>
  <label>Guest</label><nameField><label>Guest</label><type>Text</type></nameField><pluralLabel>Guests</pluralLabel><sharingModel>ControlledByParent</sharingModel>`,
);

const all = [
  ...wrongFields,
  ...wrongFieldShapes,
  ...wrongRelations,
  ...wrongRulesAndPermissions,
  ...wrongOthers,
  ...wrongFlows,
  ...wrongObjects,
  ...wrongPages,
  ...wrongPeopleAndWords,
  ...wrongWorkflows,
];

describe('a wrong component', () => {
  let org: TestOrg;
  beforeAll(async () => {
    org = new TestOrg();
    const files = { 'objects/Visit__c.object': visit, 'objects/Guest__c.object': guest };
    expect(failures(await org.deploy(['CustomObject: Visit__c, Guest__c'], files))).toEqual([]);
  });
  afterAll(() => org.close());

  it("is one of at least 150, most of them refused in the platform's words", () => {
    expect(new Set(all.map((each) => each.mistake)).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(150);
    const platform = all.filter((each) => ['quoted', 'general'].includes(wordingOf(each.says)));
    expect(platform.length / all.length).toBeGreaterThan(0.7);
  });

  it.each(all)('is refused for $mistake', async ({ members, files, says }) => {
    const result = await org.deploy(members, files);
    expect(result.details?.componentFailures.map((each) => each.problem)).toContain(says);
    expect(result.details?.componentFailures.every((each) => (each.lineNumber ?? 0) > 0)).toBe(true);
    expect(result.status).toBe('Failed');
  });

  it('leaves the org as it was', () => {
    expect(
      org.org
        .schema()
        .object('Visit__c')
        ?.fields.filter((field) => field.custom)
        .map((field) => field.name),
    ).toEqual(['Host__c', 'Guests__c']);
    expect(org.org.schema().components('PermissionSet')).toEqual([]);
  });
});
