import { mkdtemp, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AuthInfo, Connection as CoreConnection } from '@salesforce/core';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../../support/local-org.ts';
import { file } from './local-package.ts';

const base = 'project/main/default';
const source: Readonly<Record<string, string>> = {
  [`${base}/objects/Visit__c/Visit__c.object-meta.xml`]: file(
    'CustomObject',
    '<deploymentStatus>Deployed</deploymentStatus><label>Visit</label><nameField><label>Visit</label><type>Text</type></nameField><pluralLabel>Visits</pluralLabel><sharingModel>Private</sharingModel>',
  ),
  [`${base}/objects/Visit__c/fields/Cost__c.field-meta.xml`]: file(
    'CustomField',
    '<fullName>Cost__c</fullName><label>Cost &amp; more</label><precision>16</precision><scale>2</scale><type>Currency</type>',
  ),
  [`${base}/objects/Account/fields/Visited__c.field-meta.xml`]: file(
    'CustomField',
    '<fullName>Visited__c</fullName><defaultValue>false</defaultValue><label>Visited</label><type>Checkbox</type>',
  ),
  [`${base}/labels/CustomLabels.labels-meta.xml`]: file(
    'CustomLabels',
    '<labels><fullName>Hello</fullName><language>en_US</language><protected>false</protected><shortDescription>Hello</shortDescription><value>Hello</value></labels>',
  ),
  [`${base}/lwc/hello/hello.js-meta.xml`]: file(
    'LightningComponentBundle',
    '<apiVersion>66.0</apiVersion><isExposed>true</isExposed><targets><target>lightning__RecordPage</target></targets><targetConfigs><targetConfig targets="lightning__RecordPage"><property name="title" type="String"/></targetConfig></targetConfigs>',
  ),
  [`${base}/lwc/hello/hello.js`]:
    "import { LightningElement, api } from 'lwc';\nexport default class Hello extends LightningElement {\n  @api title;\n}\n",
  [`${base}/lwc/hello/hello.html`]: '<template>{title}</template>\n',
};

describe("Salesforce's own libraries", () => {
  let test: TestOrg;
  let connection: CoreConnection;
  let dir: string;

  beforeAll(async () => {
    test = await startTestOrg();
    dir = await mkdtemp(join(tmpdir(), 'project-'));
    for (const [path, text] of Object.entries(source)) {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), text);
    }
    connection = await connect(test);
  });
  afterAll(async () => {
    await test.close();
    await rm(dir, { recursive: true, force: true });
  });

  it('deploy a project and read a row for each of its components', async () => {
    const job = await ComponentSet.fromSource(join(dir, 'project')).deploy({ usernameOrConnection: connection });
    const { response } = await job.pollStatus({ frequency: { milliseconds: 20 } as never });
    const rows = [response.details.componentSuccesses ?? []]
      .flat()
      .map((each) => `${each.componentType} ${each.fullName}`);
    expect(response.status).toBe('Succeeded');
    expect(rows.sort()).toEqual([
      ' package.xml',
      'CustomField Account.Visited__c',
      'CustomField Visit__c.Cost__c',
      'CustomLabel Hello',
      'CustomObject Visit__c',
      'LightningComponentBundle hello',
    ]);
  });

  it('retrieve what was deployed, and deploying that again changes nothing', async () => {
    const types = [
      { name: 'CustomObject', members: ['Visit__c'] },
      { name: 'CustomField', members: ['Account.Visited__c'] },
      { name: 'CustomLabels', members: ['CustomLabels'] },
      { name: 'LightningComponentBundle', members: ['*'] },
    ];
    const request = { apiVersion: '66.0', singlePackage: true, unpackaged: { types, version: '66.0' } };
    const { zipFile } = await test.connection.metadata.retrieve(request as never).complete();
    const again = test.connection.metadata.deploy(Buffer.from(zipFile, 'base64'), { singlePackage: true });
    const result = await again.complete(true);
    const rows = [result.details?.componentSuccesses ?? []].flat();
    expect(result.status).toBe('Succeeded');
    expect(rows.filter((each) => each.componentType).map((each) => [each.fullName, String(each.changed)])).toEqual(
      rows.filter((each) => each.componentType).map((each) => [each.fullName, 'false']),
    );
    expect(rows.length).toBe(6);
  });

  it('retrieve a standard object with what it says of itself, although only a field of it was deployed', async () => {
    const [account] = [await test.connection.metadata.read('CustomObject', ['Account'])].flat();
    expect(account).toMatchObject({ fullName: 'Account', sharingModel: 'ReadWrite' });
  });

  it('are told that a deploy is over when they cancel it by the name that they use for its id', async () => {
    const path = join(dir, base, 'labels/CustomLabels.labels-meta.xml');
    const job = await ComponentSet.fromSource(path).deploy({ usernameOrConnection: connection });
    await expect(job.cancel()).rejects.toThrow('is already finished and cannot be canceled');
  });

  it('read the wrong component, its line and what is wrong with it', async () => {
    const path = join(dir, base, 'objects/Visit__c/fields/Cost__c.field-meta.xml');
    const before = await readFile(path, 'utf8');
    await writeFile(path, before.replace('<scale>2</scale>', '<scale>2</scale>\n<colour>red</colour>'));
    const { zipBuffer } = await new MetadataConverter().convert(
      ComponentSet.fromSource(join(dir, 'project')),
      'metadata',
      { type: 'zip' },
    );
    const result = await test.connection.metadata
      .deploy(zipBuffer ?? Buffer.alloc(0), { rollbackOnError: true })
      .complete(true);
    await writeFile(path, before);
    const [failure] = [result.details?.componentFailures ?? []].flat();
    expect(result.status).toBe('Failed');
    expect(failure).toMatchObject({
      componentType: 'CustomField',
      fullName: 'Visit__c.Cost__c',
      fileName: 'objects/Visit__c.object',
      problemType: 'Error',
    });
    expect(failure?.problem).toMatch(
      /^Error parsing file: Element .*colour invalid at this location in type CustomField$/,
    );
  });

  it('create an object whose records are numbered, by no format of its own', async () => {
    const named = { fullName: 'Numbered__c', label: 'Numbered', pluralLabel: 'Numbered', sharingModel: 'Private' };
    const nameField = { type: 'AutoNumber', label: 'Number' };
    const metadata = { ...named, nameField, deploymentStatus: 'InDevelopment' };
    expect(await test.connection.metadata.create('CustomObject', metadata as never)).toMatchObject({ success: true });
    const { id } = await test.connection.sobject('Numbered__c').create({});
    expect((await test.connection.sobject('Numbered__c').retrieve(id ?? ''))['Name']).toBe('1');
  });

  it('describe, list and read what there is', async () => {
    const { metadata } = test.connection;
    const described = await metadata.describe('66.0');
    expect([described.metadataObjects].flat().find((each) => each.xmlName === 'CustomObject')?.childXmlNames).toContain(
      'CustomField',
    );
    expect([await metadata.list([{ type: 'CustomLabels' }], '66.0')].flat()).toMatchObject([
      { fullName: 'CustomLabels', fileName: 'labels/CustomLabels.labels' },
    ]);
    const listed = [await metadata.list([{ type: 'CustomField' }], '66.0')].flat();
    expect(listed.map((each) => [each.fullName, each.fileName])).toContainEqual([
      'Visit__c.Cost__c',
      'objects/Visit__c.object',
    ]);
    expect(await metadata.read('CustomField', 'Visit__c.Cost__c')).toMatchObject({
      fullName: 'Visit__c.Cost__c',
      label: 'Cost & more',
      precision: 16,
    });
    const stages = await metadata.read('StandardValueSet', 'OpportunityStage');
    expect([stages.standardValue].flat().map((each) => each.fullName)).toContain('Closed Won');
    await expect(metadata.list([{ type: 'ApexClass' }], '66.0')).rejects.toThrow(
      'The local org does not support metadata type ApexClass.',
    );
  });

  it('create, update and delete one component at a time', async () => {
    const { metadata } = test.connection;
    const field = { fullName: 'Account.Notes__c', label: 'Notes', type: 'Text' as const, length: 80 };
    expect(await metadata.create('CustomField', field as never)).toMatchObject({ success: true });
    expect(await metadata.update('CustomField', { ...field, label: 'Remarks' } as never)).toMatchObject({
      success: true,
    });
    expect(await metadata.read('CustomField', field.fullName)).toMatchObject({ label: 'Remarks' });
    expect(
      await metadata.create('CustomField', { ...field, fullName: 'Account.Bad__c', length: 999 } as never),
    ).toMatchObject({ success: false });
    expect(await metadata.delete('CustomField', field.fullName)).toMatchObject({ success: true });
    expect(await metadata.delete('CustomField', field.fullName)).toMatchObject({ success: false });
  });
});

async function connect({ org }: TestOrg): Promise<CoreConnection> {
  const accessTokenOptions = { accessToken: org.accessToken, instanceUrl: org.url, loginUrl: org.url };
  const authInfo = await AuthInfo.create({ username: org.accessToken, accessTokenOptions });
  return CoreConnection.create({ authInfo });
}
