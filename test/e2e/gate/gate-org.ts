import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import type { Connection } from 'jsforce';
import { buildPackage } from '../../../scripts/tasks/build/build-package.ts';
import { createUser, startTestOrg, type TestOrg } from '../../support/local-org.ts';
import { zipOf } from '../../support/zip-of.ts';
import { broadPermissionSet, seesAllPermissionSet } from './broad-permission-set.ts';
import { checkDefinitions, openStageValues, playbooks } from './fixture-playbooks.ts';

const source = join(import.meta.dirname, '../../../force-app/main');
const DAY = 86_400_000;
const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

export interface Person {
  readonly id: string;
  readonly connection: Connection;
}

export interface GateOrg {
  readonly test: TestOrg;
  readonly admin: Connection;
  /** Runs his own deals with the seller's permission set and nothing else. */
  readonly seller: Person;
  /** Creates, edits and deletes everything there is and writes every field that can be written. */
  readonly broad: Person;
  readonly legal: Person;
  readonly head: Person;
  readonly dispatcher: Person;
  readonly bypasser: Person;
  moveClock(days: number): void;
  today(offset?: number): string;
  switchFlows(on: boolean): Promise<void>;
  deploy(files: Record<string, string>): Promise<void>;
  /** Switches off the rules of a move, as if a writer skipped them. */
  deployWithoutRules(): Promise<void>;
  close(): Promise<void>;
}

/** A local org with the package, two small published playbooks and the people of the story. */
export async function openGateOrg({
  catalogue = loadPlaybooks,
}: { catalogue?: (admin: Connection) => Promise<void> } = {}): Promise<GateOrg> {
  /** A Monday at noon in Shanghai, so that ten working days are fourteen days. */
  let now = Date.parse('2026-03-02T04:00:00Z');
  const test = await startTestOrg({ now: () => now });
  const admin = test.connection;
  await deployPackage(admin, test.dir);
  const deploy = (files: Record<string, string>) => deployFiles(admin, files);
  await deploy({
    'standardValueSets/OpportunityStage.standardValueSet': stageValues(),
    'permissionsets/Broad.permissionset': broadPermissionSet(source),
    'permissionsets/Sees_All.permissionset': seesAllPermissionSet(),
  });
  await assign(admin, await userId(admin, test.org.username), ['MF_Playbook_Admin', 'Broad']);
  await catalogue(admin);
  const person = async (name: string, sets: readonly string[], language = 'en_US'): Promise<Person> => {
    const username = await createUser(admin, `${name}@gate.test`, { profile: 'Standard User', language });
    const id = await userId(admin, username);
    await assign(admin, id, sets);
    return { id, connection: await test.connectAs(username) };
  };
  return {
    test,
    admin,
    seller: await person('seller', ['MF_Seller']),
    broad: await person('broad', ['Broad']),
    legal: await person('legal', ['MF_Approver', 'MF_Role_Legal', 'Sees_All']),
    head: await person('head', ['MF_Approver', 'MF_Role_Head', 'Sees_All'], 'zh_CN'),
    dispatcher: await person('dispatcher', ['MF_Dispatcher', 'Sees_All']),
    bypasser: await person('bypasser', ['Broad', 'MF_Gate_Bypass']),
    moveClock: (days) => (now += days * DAY),
    today: (offset = 0) => new Date(now + offset * DAY).toISOString().slice(0, 10),
    switchFlows: (on) => switchFlows(admin, on),
    deploy,
    deployWithoutRules: () => deploy({ 'objects/Opportunity.object': inactiveRules() }),
    close: () => test.close(),
  };
}

/** The whole package, built and deployed as an installer does it. */
async function deployPackage(admin: Connection, folder: string): Promise<void> {
  const { directory } = buildPackage(join(source, '..'), join(folder, 'package'));
  const { zipBuffer } = await new MetadataConverter().convert(ComponentSet.fromSource(directory), 'metadata', {
    type: 'zip',
  });
  if (!zipBuffer) throw new Error('Expected a zip of the package');
  await finish(admin, zipBuffer);
}

async function deployFiles(admin: Connection, files: Record<string, string>): Promise<void> {
  const types: Record<string, string> = {
    standardValueSets: 'StandardValueSet',
    permissionsets: 'PermissionSet',
    customMetadata: 'CustomMetadata',
    objects: 'CustomObject',
  };
  const members = Object.entries(types).map(([folder, type]) => {
    const names = Object.keys(files)
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => path.slice(folder.length + 1).replace(/\.\w+$/, ''));
    return names.length === 0
      ? ''
      : `<types>${names.map((name) => `<members>${name}</members>`).join('')}<name>${type}</name></types>`;
  });
  const manifest = `<?xml version="1.0" encoding="UTF-8"?><Package ${NS}>${members.join('')}<version>66.0</version></Package>`;
  await finish(admin, await zipOf({ 'package.xml': manifest, ...files }));
}

async function finish(admin: Connection, zip: Buffer): Promise<void> {
  const result = await admin.metadata
    .deploy(zip.toString('base64'), { rollbackOnError: true, singlePackage: true })
    .complete(true);
  if (result.success) return;
  throw new Error(JSON.stringify(result.details?.componentFailures ?? result, undefined, 1));
}

function stageValues(): string {
  const value = (name: string, probability: number, closed: boolean, won: boolean, forecast: string) =>
    `<standardValue><fullName>${name}</fullName><default>false</default><label>${name}</label><closed>${closed}</closed><forecastCategory>${forecast}</forecastCategory><probability>${probability}</probability><won>${won}</won></standardValue>`;
  const all = [
    value('Prospecting', 10, false, false, 'Pipeline'),
    ...openStageValues.map((name, index) => value(name, 5 + index * 5, false, false, 'Pipeline')),
    value('Closed Won', 100, true, true, 'Closed'),
    value('Closed Lost', 0, true, false, 'Omitted'),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?><StandardValueSet ${NS}><sorted>false</sorted>${all.join('')}</StandardValueSet>`;
}

async function userId(admin: Connection, username: string): Promise<string> {
  const { records } = await admin.query<{ Id: string }>(`SELECT Id FROM User WHERE Username = '${username}'`);
  return records[0]!.Id;
}

async function assign(admin: Connection, assignee: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const { records } = await admin.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = '${name}'`);
    if (!records[0]) throw new Error(`Expected a permission set ${name}`);
    await admin.sobject('PermissionSetAssignment').create({ AssigneeId: assignee, PermissionSetId: records[0].Id });
  }
}

async function loadPlaybooks(admin: Connection): Promise<void> {
  const insert = async (object: string, rows: object[]): Promise<string[]> => {
    const results = await admin.sobject(object).create(rows, { allOrNone: true });
    return [results].flat().map((result) => {
      if (!result.success) throw new Error(`${object}: ${JSON.stringify(result.errors)}`);
      return result.id;
    });
  };
  const roles = await insert('MF_Role__c', [
    { Name: 'Account responsible', Key__c: 'AR' },
    { Name: 'Legal', Key__c: 'LEGAL' },
  ]);
  const roleOf = { AR: roles[0], LEGAL: roles[1] };
  for (const { key, dealType, stages } of playbooks) {
    const [playbook] = await insert('MF_Playbook__c', [
      {
        Name: key,
        Key__c: key,
        Version__c: '1.0',
        Key_Version__c: `${key}|1.0`,
        Deal_Type__c: dealType,
        Status__c: 'Draft',
        Effective_From__c: '2026-01-01',
      },
    ]);
    const ids = await insert(
      'MF_Stage__c',
      stages.map((stage, index) => ({
        Name: stage.value,
        Playbook__c: playbook,
        Key__c: `${key}|1.0|${stage.code}`,
        Code__c: stage.code,
        Order__c: index + 1,
        Stage_Value__c: stage.value,
        After_Win__c: stage.afterWin ?? false,
        Threshold__c: 80,
        Standard_Days__c: 10,
      })),
    );
    await insert(
      'MF_Check_Definition__c',
      stages.flatMap((stage, index) =>
        checkDefinitions.map(({ code, role, ...fields }) => ({
          ...fields,
          Stage__c: ids[index],
          Owner_Role__c: roleOf[role],
          Industry__c: 'All',
          Due_Days__c: 5,
          Key__c: `${key}|1.0|${stage.code}-${code}`,
        })),
      ),
    );
    const published = await admin.sobject('MF_Playbook__c').update({ Id: playbook!, Status__c: 'Published' });
    if (!published.success) throw new Error(JSON.stringify(published.errors));
  }
}

/** As an administrator does it: each definition's active version is set to none, or back to the latest. */
async function switchFlows(admin: Connection, on: boolean): Promise<void> {
  const { records } = await admin.tooling.query<{ Id: string; LatestVersion: { VersionNumber: number } }>(
    'SELECT Id, LatestVersion.VersionNumber FROM FlowDefinition',
  );
  for (const { Id, LatestVersion } of records) {
    const body = { Metadata: { activeVersionNumber: on ? LatestVersion.VersionNumber : 0 } };
    await admin.request({
      method: 'PATCH',
      url: `/services/data/v66.0/tooling/sobjects/FlowDefinition/${Id}`,
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    });
  }
}

function inactiveRules(): string {
  const folder = join(source, 'deal/objects/Opportunity/validationRules');
  const rules = readdirSync(folder)
    .filter((name) => name.startsWith('MF_Move_'))
    .map((name) => {
      const [, body = ''] =
        /<ValidationRule [^>]*>([\s\S]*)<\/ValidationRule>/.exec(readFileSync(join(folder, name), 'utf8')) ?? [];
      return `<validationRules>${body.replace('<active>true', '<active>false')}</validationRules>`;
    });
  return `<?xml version="1.0" encoding="UTF-8"?><CustomObject ${NS}>${rules.join('')}</CustomObject>`;
}

/** The scope record with some values replaced, as a deployable file. */
export function scopeFile(values: { Required_From__c?: string; Record_Types__c?: string }): Record<string, string> {
  const text = readFileSync(join(source, 'deal/customMetadata/MF_Scope.Default.md-meta.xml'), 'utf8');
  const filled = Object.entries(values).reduce(
    (xml, [field, value]) =>
      xml.replace(
        new RegExp(`(<field>${field}</field>\\s*)<value [^>]*>`),
        `$1<value xsi:type="xsd:${field === 'Required_From__c' ? 'date' : 'string'}">${value}</value>`,
      ),
    text,
  );
  return { 'customMetadata/MF_Scope.Default.md': filled };
}
