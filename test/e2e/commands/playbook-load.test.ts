import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CommandLine, count, openCommandLine, resultOf } from '../../support/command-line.ts';
import { type HaltingDoor, openHaltingDoor } from '../../support/halting-door.ts';
import { type InstalledOrg, openInstalledOrg } from '../../support/installed-org.ts';
import { expectShape } from '../../support/json-shape.ts';

const objects = ['MF_Role__c', 'MF_Playbook__c', 'MF_Stage__c', 'MF_Check_Definition__c', 'MF_Responsibility__c'];
let line: CommandLine;
let org: InstalledOrg;
let door: HaltingDoor | undefined;
let whole: unknown;

beforeAll(async () => {
  line = openCommandLine();
  org = await openInstalledOrg(line, 'watched');
  door = await openHaltingDoor(org.process.url);
  await line.know({ ...org.process, url: door.url }, 'watched');
}, 600_000);
afterAll(() => line.close());
afterAll(() => door?.close());

const counts = async ({ connection }: InstalledOrg) =>
  Object.fromEntries(
    await Promise.all(objects.map(async (object) => [object, await count(connection, object)] as const)),
  );

const content = async (of: InstalledOrg) => {
  const queries = [
    'SELECT Key__c, Name, Name_Zh__c FROM MF_Role__c ORDER BY Key__c',
    'SELECT Key_Version__c, Name, Status__c FROM MF_Playbook__c ORDER BY Key_Version__c',
    'SELECT Key__c, Playbook__r.Key_Version__c, Order__c, Threshold__c FROM MF_Stage__c ORDER BY Key__c',
    'SELECT Key__c, Stage__r.Key__c, Title_Zh__c, Weight__c, Owner_Role__r.Key__c FROM MF_Check_Definition__c ORDER BY Key__c',
    'SELECT Key__c, Role__r.Key__c, Involvement__c FROM MF_Responsibility__c ORDER BY Key__c',
  ];
  const rows = await Promise.all(queries.map((query) => of.connection.query(query, { autoFetch: true })));
  const withoutAttributes = (key: string, value: unknown) => (key === 'attributes' ? undefined : value);
  return rows.map(({ records }) => JSON.stringify(records, withoutAttributes));
};

// One of each way in which a fault shows: in the file's bytes, in its content, and only against the org.
const faults: [what: string, replace: (text: string) => string | Buffer, name: string, words: RegExp][] = [
  [
    'bytes that are not UTF-8',
    () => Buffer.from([...Buffer.from('key: M3\nname: '), 0xd6, 0xd0, 0xce, 0xc4]),
    'YamlInvalid',
    /line 2 is not UTF-8/,
  ],
  [
    'two accountables',
    (text) => text.replace('SE: C, HEAD: I', 'SE: A, HEAD: I'),
    'PlaybookInvalid',
    /exactly one accountable \(A\) for P1, got 2: AR, SE\n {2}→ line \d+, column 5: stages\[0\]\.raci/,
  ],
  [
    'a criterion on an unknown field',
    (text) => text.replace(/criterion: \{ field: \w+/, 'criterion: { field: Amuont'),
    'PlaybookInvalid',
    /Opportunity has no field Amuont in this org\n {2}→ line \d+, column \d+: stages\[\d\]\.checks\[\d+\]\.criterion\.field/,
  ],
];

it('refuses a folder with a fault by one error that names file and place, before any write', async () => {
  const files = faults.map(([what, replace]) => {
    const folder = join(line.folder, what.replaceAll(' ', '-'));
    const file = join(folder, 'playbooks/m3-standard-product.yaml');
    cpSync('config', folder, { recursive: true });
    writeFileSync(file, replace(readFileSync(file, 'utf8')));
    return { folder, file };
  });
  const refusals = await line.runInTurn(
    files.map(({ folder }) => ['playbook', 'load', '-o', 'watched', '--config', folder, '--json']),
  );
  for (const [index, refused] of refusals.entries()) {
    const [what, , name, words] = faults[index]!;
    await expectShape('refused', refused);
    const { message, ...error } = JSON.parse(refused.stdout) as { message: string; name: string; exitCode: number };
    expect(error, what).toMatchObject({ name, exitCode: 2 });
    expect(refused.code).toBe(2);
    expect(message).toContain(files[index]!.file);
    expect(message).toMatch(words);
  }
  expect(refusals).toHaveLength(faults.length);
  expect(Object.values(await counts(org))).toEqual([0, 0, 0, 0, 0]);
});

it('rehearses without writing', async () => {
  const rehearsed = await line.run('playbook', 'load', '-o', 'watched', '--dry-run', '--json');
  expect(resultOf(rehearsed)).toMatchObject({ updated: 0, unchanged: 0, written: false });
  expect(Object.values(await counts(org))).toEqual([0, 0, 0, 0, 0]);
});

it('ends with 130 at Ctrl-C, with drafts that no deal uses', async () => {
  const loading = line.start('playbook', 'load', '-o', 'watched', '--json');
  door!.haltAfter(3, () => loading.child.kill('SIGINT'));
  const stopped = await loading.ended;
  expect(stopped.code).toBe(130);
  expect(JSON.parse(stopped.stdout)).toMatchObject({ name: 'Stopped', exitCode: 130 });
  // A signal may reach a busy process after the answer that it was sent before: one write more.
  expect(await counts(org)).toMatchObject({ MF_Playbook__c: 1, MF_Responsibility__c: 0 });
  expect(await count(org.connection, "MF_Playbook__c WHERE Status__c = 'Published'")).toBe(0);
});

it('goes on after it was killed, twice, and ends whole', async () => {
  for (const writes of [1, 5]) {
    const loading = line.start('playbook', 'load', '-o', 'watched');
    door!.haltAfter(writes, () => loading.child.kill('SIGKILL'));
    expect((await loading.ended).code).toBe(null);
  }
  expect(await count(org.connection, "MF_Playbook__c WHERE Status__c = 'Published'")).toBeLessThan(3);
  const ended = await line.run('playbook', 'load', '-o', 'watched', '--json');
  await expectShape('playbook-load', ended);
  expect(resultOf(ended)).toMatchObject({ written: true });
  whole = await content(org);
  expect(await counts(org)).toMatchObject({ MF_Playbook__c: 3, MF_Stage__c: 22 });
});

it('changes nothing the second time', async () => {
  const again = await line.run('playbook', 'load', '-o', 'watched', '--json');
  const total = Object.values(await counts(org)).reduce((sum, rows) => sum + rows, 0);
  expect(resultOf(again)).toMatchObject({ created: 0, updated: 0, unchanged: total });
  expect(await content(org)).toEqual(whole);
});

it('leaves the records that one undisturbed run leaves', async () => {
  expect(await content(await openInstalledOrg(line, 'undisturbed', 'playbooks'))).toEqual(whole);
});
