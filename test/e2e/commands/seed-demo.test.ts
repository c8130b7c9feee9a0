import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CommandLine, count, openCommandLine, resultOf } from '../../support/command-line.ts';
import { type HaltingDoor, openHaltingDoor } from '../../support/halting-door.ts';
import { expectShape } from '../../support/json-shape.ts';
import { type InstalledOrg, openInstalledOrg } from '../../support/installed-org.ts';

let line: CommandLine;
let org: InstalledOrg;
let door: HaltingDoor | undefined;

beforeAll(async () => {
  line = openCommandLine();
  org = await openInstalledOrg(line, 'watched', 'playbooks');
  door = await openHaltingDoor(org.process.url);
  await line.know({ ...org.process, url: door.url }, 'watched');
}, 600_000);
afterAll(() => line.close());
afterAll(() => door?.close());

/** The company without ids and times, and without the org's own id in usernames: who, which deals, how far, and whose. */
const demo = [
  'SELECT Username, Title, UserRole.Name, LanguageLocaleKey FROM User',
  'SELECT Assignee.Username, PermissionSet.Name FROM PermissionSetAssignment',
  'SELECT AccountNumber, Name, Industry, BillingCity FROM Account',
  'SELECT Name, StageName, Amount, CloseDate, Owner.Username, MF_Deal_Type__c, Description FROM Opportunity',
  'SELECT Deal__r.Opportunity__r.Name, Role_Key__c, Member__r.Username FROM MF_Team_Member__c',
  'SELECT Deal__r.Opportunity__r.Name, Stage_Value__c, Score__c, Is_Met__c FROM MF_Gate__c',
  'SELECT Key__c, Name, User__r.Username, Unit__c, Rate__r.Hourly_Rate__c FROM MF_Resource__c',
  'SELECT Resource__r.Key__c, Skill__r.Key__c, Level__c, Is_Expired__c FROM MF_Resource_Skill__c',
  'SELECT Resource__r.Key__c, Week_Start__c, Capacity__c, Booked_Hours__c FROM MF_Resource_Week__c',
  `SELECT Import_Key__c, Taking_Over__c, Deal__r.Opportunity__r.Name, Status__c, Requester__r.Username, Lead__r.Key__c, Worth__c,
    Skill_Count__c, Planned_Hours__c, Worked_Hours__c, Rank__c FROM MF_Dispatch__c`,
  'SELECT Dispatch__r.Import_Key__c, Resource__r.Key__c, Owner.Username FROM MF_Nomination__c',
  'SELECT Status__c, Orders__c, Served__c, Objective__c, Connection_Bias__c FROM MF_Allocation_Run__c',
  'SELECT Gate__r.Deal__r.Opportunity__r.Name, Title_En__c, Status__c, Answer__c, Evidence__c, Assignee__r.Username FROM MF_Check__c',
];

async function content({ connection }: InstalledOrg): Promise<string[][]> {
  const withoutAttributes = (key: string, value: unknown) => (key === 'attributes' ? undefined : value);
  const rowsOf = async (query: string) =>
    (await connection.query(query, { autoFetch: true, maxFetch: 100_000 })).records
      .map((record) => JSON.stringify(record, withoutAttributes).replaceAll(/\.?00d\w{12}\./g, '.'))
      .sort();
  return Promise.all(demo.map(rowsOf));
}

/** Deals that bear the mark of a seeding that did not end. */
async function unfinished({ connection }: InstalledOrg): Promise<number> {
  const { records } = await connection.query('SELECT Description FROM Opportunity', { autoFetch: true });
  return records.filter((record) => record['Description'] !== null).length;
}

it('rehearses without writing', { timeout: 180_000 }, async () => {
  const rehearsed = await line.run('seed', 'demo', '-o', 'watched', '--dry-run', '--json');
  await expectShape('seed-demo', rehearsed);
  expect(resultOf(rehearsed)).toEqual({
    ...{ people: 110, accounts: 240, opportunities: 320, engineers: 60, orders: 80 },
    written: false,
  });
  expect([await count(org.connection, 'Account'), await count(org.connection, 'User')]).toEqual([0, 1]);
});

it('ends whole after it was interrupted amid people and killed amid checks', { timeout: 600_000 }, async () => {
  // Counted in writes of up to 200 rows; the second run begins where the first ended.
  const halts: [writes: number, signal: NodeJS.Signals, code: number | null][] = [
    [3, 'SIGINT', 130],
    [12, 'SIGKILL', null],
  ];
  const seen: number[] = [];
  for (const [writes, signal, code] of halts) {
    const seeding = line.start('seed', 'demo', '-o', 'watched');
    door!.haltAfter(writes, () => seeding.child.kill(signal));
    expect((await seeding.ended).code).toBe(code);
    seen.push(await unfinished(org));
  }
  expect(seen.at(0)).toBe(0);
  expect(seen.at(-1)).toBe(320);
  const ended = await line.run('seed', 'demo', '-o', 'watched', '--json');
  expect(ended).toMatchObject({ code: 0 });
  expect(await unfinished(org)).toBe(0);
});

it('adds nothing the second time, and leaves alone what people did since', { timeout: 300_000 }, async () => {
  const [deal] = (await org.connection.query('SELECT Id FROM Opportunity WHERE IsClosed = FALSE LIMIT 1')).records;
  await org.connection.sobject('Opportunity').update({ Id: deal!.Id!, Description: 'Our own words' });
  const before = await content(org);
  const again = await line.run('seed', 'demo', '-o', 'watched', '--json');
  expect(resultOf(again)).toMatchObject({ people: 0, accounts: 0, opportunities: 0, engineers: 0, orders: 0 });
  expect(await content(org)).toEqual(before);
  await org.connection.sobject('Opportunity').update({ Id: deal!.Id!, Description: null });
});

it('makes the same company in every org, however often it was disturbed', { timeout: 300_000 }, async () => {
  const undisturbed = await content(await openInstalledOrg(line, 'undisturbed', 'demo'));
  const disturbed = await content(org);
  undisturbed.forEach((rows, index) => expect(rows, demo[index]).toEqual(disturbed[index]));
});
