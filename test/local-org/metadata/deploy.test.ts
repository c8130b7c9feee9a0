import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failures, file, TestOrg, zipOf } from './local-package.ts';
import { deploy } from '../../../scripts/local-org/metadata/deploy.ts';
import { deployOptions } from '../../../scripts/local-org/metadata/deploy/options.ts';

const visit = file(
  'CustomObject',
  `<deploymentStatus>Deployed</deploymentStatus><fields><fullName>Account__c</fullName><label>Account</label><referenceTo>Account</referenceTo>
  <relationshipName>Visits</relationshipName><relationshipLabel>Visits</relationshipLabel><relationshipOrder>0</relationshipOrder><type>MasterDetail</type></fields>
  <fields><fullName>Cost__c</fullName><label>Cost</label><precision>16</precision><scale>2</scale><type>Currency</type></fields>
  <label>Visit</label><nameField><displayFormat>V-{0000}</displayFormat><label>Number</label><type>AutoNumber</type></nameField><pluralLabel>Visits</pluralLabel>
  <sharingModel>ControlledByParent</sharingModel>`,
);

describe('a deploy', () => {
  let org: TestOrg;
  beforeAll(() => (org = new TestOrg()));
  afterAll(() => org.close());

  it('checks without changing anything', async () => {
    const result = await org.deploy(
      ['CustomObject: Visit__c'],
      { 'objects/Visit__c.object': visit },
      { checkOnly: true },
    );
    expect(failures(result)).toEqual([]);
    expect([result.status, result.checkOnly, org.org.schema().object('Visit__c')]).toEqual([
      'Succeeded',
      true,
      undefined,
    ]);
  });

  it('creates the object, its fields and its table, and says so for each', async () => {
    const result = await org.deploy(['CustomObject: Visit__c'], { 'objects/Visit__c.object': visit });
    expect(failures(result)).toEqual([]);
    const rows = result.details?.componentSuccesses.map((each) => [each.componentType, each.fullName, each.created]);
    expect(rows).toEqual([
      ['CustomObject', 'Visit__c', true],
      ['CustomField', 'Visit__c.Account__c', true],
      ['CustomField', 'Visit__c.Cost__c', true],
      ['', 'package.xml', false],
    ]);
    expect(org.org.schema().object('visit__C')?.keyPrefix).toBe('a00');
    expect(org.org.store.db.prepare('SELECT count(*) AS n FROM "Visit__c"').get()).toEqual({ n: 0 });
  });

  it('finds nothing to change when it comes again, and keeps ids and prefix over a restart', async () => {
    const before = org.org.schema().component('CustomObject', 'Visit__c')?.id;
    const result = await org.deploy(['CustomObject: Visit__c'], { 'objects/Visit__c.object': visit });
    expect(result.details?.componentSuccesses.some((each) => each.componentType !== '' && each.changed)).toBe(false);
    org.restart();
    expect(org.org.schema().component('CustomObject', 'Visit__c')?.id).toBe(before);
    expect(org.org.schema().object('Visit__c')?.keyPrefix).toBe('a00');
  });

  it('deploys one field of an object whose file has nothing else', async () => {
    const field = file(
      'CustomObject',
      '<fields><fullName>Note__c</fullName><label>Note</label><length>80</length><type>Text</type></fields>',
    );
    const result = await org.deploy(['CustomField: Visit__c.Note__c'], { 'objects/Visit__c.object': field });
    expect(failures(result)).toEqual([]);
    expect(org.org.schema().object('Visit__c')?.label).toBe('Visit');
    expect(org.org.schema().object('Visit__c')?.field('Note__c')?.length).toBe(80);
  });

  it('finds its package in a root folder', async () => {
    const field = file(
      'CustomObject',
      '<fields><fullName>Note__c</fullName><label>Remark</label><length>80</length><type>Text</type></fields>',
    );
    const zip = await zipOf({
      'mdapi/package.xml': file(
        'Package',
        '<types><members>Visit__c.Note__c</members><name>CustomField</name></types><version>66.0</version>',
      ),
      'mdapi/objects/Visit__c.object': field,
    });
    const result = await deploy(org.session, zip, deployOptions({}));
    expect(result.details?.componentSuccesses[0]).toMatchObject({
      fileName: 'mdapi/objects/Visit__c.object',
      changed: true,
      created: false,
    });
  });

  it('rolls everything back when one component fails, and names it with its place', async () => {
    const label = (tag: string) =>
      file('CustomPermission', `<isLicensed>false</isLicensed>\n<label>One</label>\n${tag}`);
    const files = {
      'customPermissions/One.customPermission': label(''),
      'customPermissions/Two.customPermission': label('<foo>1</foo>'),
    };
    const result = await org.deploy(['CustomPermission: One, Two'], files);
    expect(result.status).toBe('Failed');
    expect(result.details?.componentFailures).toMatchObject([
      {
        componentType: 'CustomPermission',
        fullName: 'Two',
        lineNumber: 5,
        problemType: 'Error',
        problem:
          'Error parsing file: Element {http://soap.sforce.com/2006/04/metadata}foo invalid at this location in type CustomPermission',
      },
    ]);
    expect(org.org.schema().component('CustomPermission', 'One')).toBeUndefined();
    const partial = await org.deploy(['CustomPermission: One, Two'], files, { rollbackOnError: false });
    expect(partial.status).toBe('SucceededPartial');
    expect(org.org.schema().component('CustomPermission', 'One')).toBeDefined();
  });

  it('refuses what is not supported by its name', async () => {
    const result = await org.deploy(['ApexClass: Foo'], { 'classes/Foo.cls': 'public class Foo {}' });
    expect(failures(result)).toEqual(['ApexClass Foo: The local org does not support metadata type ApexClass.']);
  });

  it('refuses files that the manifest does not name and names without files', async () => {
    const result = await org.deploy(['CustomPermission: Lost'], {
      'customPermissions/Stray.customPermission': file(
        'CustomPermission',
        '<isLicensed>false</isLicensed><label>S</label>',
      ),
    });
    expect(failures(result)).toEqual([
      'CustomPermission Stray: Not in package.xml',
      "CustomPermission Lost: An object 'Lost' of type CustomPermission was named in package.xml, but was not found in zipped directory",
    ]);
  });

  it('deletes what a destructive manifest names', async () => {
    const destructive = file('Package', '<types><members>Visit__c</members><name>CustomObject</name></types>');
    const result = await org.deploy([], { 'destructiveChanges.xml': destructive });
    expect(failures(result)).toEqual([]);
    expect(org.org.schema().object('Visit__c')).toBeUndefined();
    expect(org.org.schema().component('CustomField', 'Visit__c.Cost__c')).toBeUndefined();
    expect(() => org.org.store.db.prepare('SELECT 1 FROM "Visit__c"')).toThrow(/no such table/);
  });
});
