import type { Connection } from 'jsforce';
import { createUser, type TestOrg } from '../../support/local-org.ts';
import { broadPermissionSet, seesAllPermissionSet } from './broad-permission-set.ts';
import { deployFiles, deployPackage, source } from './deploy-files.ts';
import { loadFixturePlaybooks } from './fixture-catalogue.ts';
import { openStageValues } from './fixture-playbooks.ts';
import { loadShippedPlaybooks } from './shipped-catalogue.ts';

/** Which playbooks are published: the small ones of the tests or those that are shipped. */
export type Catalogue = 'fixture' | 'shipped';

/** The people of the story and what they may do; their usernames end in @gate.test. */
export const people = {
  seller: ['MF_Seller'],
  broad: ['Broad'],
  legal: ['MF_Approver', 'MF_Role_Legal', 'Sees_All'],
  head: ['MF_Approver', 'MF_Role_Head', 'Sees_All'],
  dispatcher: ['MF_Dispatcher', 'Sees_All'],
  bypasser: ['Broad', 'MF_Gate_Bypass'],
  integration: ['Broad', 'MF_Worker'],
} as const;

/** The package, the playbooks and the people, in an org that is empty. */
export async function furnishGateOrg({ connection: admin, dir, org }: TestOrg, catalogue: Catalogue): Promise<void> {
  await deployPackage(admin, dir);
  await deployFiles(admin, {
    'standardValueSets/OpportunityStage.standardValueSet': stageValues(),
    'permissionsets/Broad.permissionset': broadPermissionSet(source),
    'permissionsets/Sees_All.permissionset': seesAllPermissionSet(),
  });
  await assign(admin, org.username, ['MF_Playbook_Admin', 'Broad']);
  await (catalogue === 'fixture' ? loadFixturePlaybooks : loadShippedPlaybooks)(admin);
  for (const [name, sets] of Object.entries(people)) {
    const language = name === 'head' ? 'zh_CN' : 'en_US';
    const username = await createUser(admin, `${name}@gate.test`, { profile: 'Standard User', language });
    await assign(admin, username, sets);
  }
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
  return `<?xml version="1.0" encoding="UTF-8"?><StandardValueSet xmlns="http://soap.sforce.com/2006/04/metadata"><sorted>false</sorted>${all.join('')}</StandardValueSet>`;
}

async function assign(admin: Connection, username: string, names: readonly string[]): Promise<void> {
  const idOf = async (object: string, where: string) => {
    const { records } = await admin.query<{ Id: string }>(`SELECT Id FROM ${object} WHERE ${where}`);
    if (!records[0]) throw new Error(`Expected a ${object} with ${where}`);
    return records[0].Id;
  };
  const assignee = await idOf('User', `Username = '${username}'`);
  for (const name of names) {
    const set = await idOf('PermissionSet', `Name = '${name}'`);
    await admin.sobject('PermissionSetAssignment').create({ AssigneeId: assignee, PermissionSetId: set });
  }
}
