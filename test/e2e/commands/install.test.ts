import type { Connection } from 'jsforce';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type CommandLine, connectTo, openCommandLine, resultOf } from '../../support/command-line.ts';
import { expectShape } from '../../support/json-shape.ts';
import type { OrgProcess } from '../../support/org-process.ts';
import { zipOf } from '../../support/zip-of.ts';

const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
let line: CommandLine;
let org: OrgProcess;
let connection: Connection;

beforeEach(async () => {
  line = openCommandLine();
  org = await line.startOrg('mf');
  connection = connectTo(org);
});
afterEach(() => line.close());

/** The org's stages with ours among them, and their Chinese words: two components more where the org lacks them. */
const stageComponents = 2;

const ownObjects = async (of: Connection): Promise<string[]> =>
  (await of.describeGlobal()).sobjects.map(({ name }) => name).filter((name) => name.startsWith('MF_'));

it('rehearses without writing, survives the death of the org in the middle of its deploy, installs, and installs again without changing what the org is', async () => {
  const rehearsed = await line.run('install', '-o', 'mf', '--dry-run');
  expect(rehearsed).toMatchObject({ code: 0 });
  expect(rehearsed.stdout).toMatch(/add stage\s+(│ )?S1 Lead Validation/);
  const planned = Number(/deploy\s+(│ )?(\d+) components, all or nothing/.exec(rehearsed.stdout)?.[2]);
  expect(planned).toBeGreaterThan(100);
  expect(await ownObjects(connection)).toEqual([]);

  const installing = line.start('install', '-o', 'mf');
  await installing.says('✓ check');
  await new Promise((resolve) => setTimeout(resolve, 500));
  await org.end('SIGKILL');
  expect((await installing.ended).code).not.toBe(0);
  org = await line.serve(`${line.folder}/mf`);
  await line.know(org, 'mf');
  connection = connectTo(org);
  const landed = await ownObjects(connection);

  const first = await line.run('install', '-o', 'mf', '--json');
  expect(first.code).toBe(0);
  await expectShape('install', first);
  expect(resultOf(first)).toMatchObject({ blockers: [], assigned: ['MF_Playbook_Admin'] });
  const all = await ownObjects(connection);
  // The killed deploy came as a whole or not at all.
  if (landed.length > 0) expect(landed).toEqual(all);
  else expect(resultOf(first)).toMatchObject({ components: planned, changed: planned });
  const before = await facts();
  expect(before.stages.filter((stage) => /^[SP]\d /.test(String(stage['ApiName'])))).toHaveLength(11);

  const second = await line.run('install', '-o', 'mf', '--json');
  expect(second.code).toBe(0);
  expect(resultOf(second)).toMatchObject({ blockers: [], addedStages: [], assigned: [] });
  expect(resultOf(second)).toMatchObject({ components: planned - stageComponents, changed: 0 });
  expect(await facts()).toEqual(before);
});

/** What people notice: stages, fields, active flows, rules, permission sets given. */
async function facts() {
  const rows = async (query: string) => (await connection.query(query)).records.map(({ attributes: _, ...row }) => row);
  const fields = (await connection.describe('Opportunity')).fields.map(({ name, type }) => `${name} ${type}`);
  const flows = await connection.tooling.query('SELECT DeveloperName, ActiveVersion.VersionNumber FROM FlowDefinition');
  const stages = await rows(
    'SELECT ApiName, IsActive, SortOrder, DefaultProbability FROM OpportunityStage ORDER BY SortOrder',
  );
  const given = await rows('SELECT AssigneeId, PermissionSetId FROM PermissionSetAssignment ORDER BY Id');
  return { fields, stages, given, flows: flows.records.map((flow) => String(flow['DeveloperName'])).sort() };
}

it("stops before any write where the org has somebody else's object or a field of another type", async () => {
  const field =
    '<fields><fullName>MF_Gate_Message__c</fullName><label>x</label><precision>5</precision><scale>0</scale><type>Number</type></fields>';
  await deploy({
    'objects/MF_Deal__c.object': `<CustomObject ${NS}><deploymentStatus>Deployed</deploymentStatus><description>Of another vendor</description><label>Deal</label><nameField><label>Name</label><type>Text</type></nameField><pluralLabel>Deals</pluralLabel><sharingModel>ReadWrite</sharingModel></CustomObject>`,
    'objects/Opportunity.object': `<CustomObject ${NS}>${field.replace('MF_Gate_Message__c', 'MF_Deal_Type__c')}</CustomObject>`,
  });
  const refused = await line.run('install', '-o', 'mf');
  expect(refused.code).toBe(3);
  expect(refused.stderr).toContain('Midfield cannot be installed into this org yet');
  expect(refused.stderr).toMatch(/already has an object MF_Deal__c\s+that is not Midfield's/);
  expect(refused.stderr).toMatch(/already has a field Opportunity\.MF_Deal_Type__c of type\s+Number,/);
  expect((await connection.describeGlobal()).sobjects.map((object) => object.name)).not.toContain('MF_Gate__c');

  const rehearsed = await line.run('install', '-o', 'mf', '--dry-run', '--json');
  expect(rehearsed.code).toBe(3);
  await expectShape('install.blocked', rehearsed);
  expect(resultOf(rehearsed)['blockers']).toHaveLength(2);
});

async function deploy(files: Record<string, string>): Promise<void> {
  const members = Object.keys(files).map((path) => `<members>${path.replace(/^objects\/|\.object$/g, '')}</members>`);
  const manifest = `<Package ${NS}><types>${members.join('')}<name>CustomObject</name></types><version>66.0</version></Package>`;
  const zip = await zipOf({ 'package.xml': manifest, ...files });
  const result = await connection.metadata.deploy(zip.toString('base64'), { singlePackage: true }).complete(true);
  expect(result.details?.componentFailures ?? []).toEqual([]);
}
