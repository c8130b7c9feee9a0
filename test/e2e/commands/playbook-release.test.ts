import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CommandLine, count, openCommandLine, resultOf } from '../../support/command-line.ts';
import { type HaltingDoor, openHaltingDoor } from '../../support/halting-door.ts';
import { type InstalledOrg, openInstalledOrg } from '../../support/installed-org.ts';
import { expectShape } from '../../support/json-shape.ts';

let line: CommandLine;
let sandbox: InstalledOrg;
let door: HaltingDoor | undefined;
let changed: string;

beforeAll(async () => {
  line = openCommandLine();
  sandbox = await openInstalledOrg(line, 'sandbox', 'playbooks');
  door = await openHaltingDoor(sandbox.process.url);
  await line.know({ ...sandbox.process, url: door.url }, 'sandbox');
  changed = join(line.folder, 'changed');
  cpSync('config', changed, { recursive: true });
  edit('m3-standard-product.yaml', (text) =>
    text
      .replace('version: "1.1"', 'version: "1.2"')
      .replace('probability: 20', 'probability: 25')
      .replace(
        '- { key: P1-AMOUNT',
        '- { key: P1-NEXT, kind: Field, name: { zh: 下一步, en: Next step }, weight: 0, owner: AR, criterion: { field: NextStep, operator: isNotBlank } }\n      - { key: P1-AMOUNT',
      ),
  );
}, 600_000);
afterAll(() => line.close());
afterAll(() => door?.close());

function edit(file: string, change: (text: string) => string): void {
  const path = join(changed, 'playbooks', file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

const playbook = (command: string, ...more: string[]) =>
  line.run('playbook', command, '-o', 'sandbox', '--json', ...more);
const partsThatMove = (result: Record<string, unknown>) =>
  (result['parts'] as { action: string; type: string; name: string }[])
    .filter(({ action }) => action !== 'same')
    .map(({ action, type, name }) => `${action} ${type} ${name}`);
const hashes = async ({ connection }: InstalledOrg) => {
  const { records } = await connection.query<{ Component_Hashes__c: string }>(
    "SELECT Component_Hashes__c FROM MF_Release__c WHERE Status__c = 'Verified' ORDER BY Name DESC LIMIT 1",
  );
  return JSON.parse(records[0]?.Component_Hashes__c ?? '{}') as Record<string, string>;
};

it('plans what an installed org lacks and writes nothing', async () => {
  const planned = await playbook('plan');
  await expectShape('playbook-plan', planned);
  const result = resultOf(planned);
  expect(result).toMatchObject({ after: null, blockers: [], drift: [], unchanged: false });
  expect(partsThatMove(result)).toContain('add RecordType Opportunity.MF_HQ_Solution');
  expect(partsThatMove(result)).toContain('add PathAssistant MF_Standard_Product');
  expect(await count(sandbox.connection, 'MF_Release__c')).toBe(0);
});

it('goes on with the release that a killed run has begun, and changes nothing the second time', async () => {
  const releasing = line.start('playbook', 'apply', '-o', 'sandbox');
  door!.haltAfter(1, () => releasing.child.kill('SIGKILL'));
  expect((await releasing.ended).code).toBe(null);
  expect(await count(sandbox.connection, "MF_Release__c WHERE Status__c = 'Planned'")).toBe(1);
  expect(await count(sandbox.connection, "RecordType WHERE SobjectType = 'Opportunity'")).toBe(0);
  const applied = await playbook('apply');
  await expectShape('playbook-apply', applied);
  expect(resultOf(applied)).toMatchObject({ release: 'REL-00001' });
  expect(await count(sandbox.connection, "RecordType WHERE SobjectType = 'Opportunity' AND IsActive = true")).toBe(3);
  expect(resultOf(await playbook('apply'))).toMatchObject({ release: 'REL-00001', sent: 0, unchanged: true });
  expect(await count(sandbox.connection, 'MF_Release__c')).toBe(1);
});

it('shows which open deals a change would hold', async () => {
  const deal = { StageName: 'P1 Qualify', MF_Deal_Type__c: 'Standard_Product', CloseDate: '2027-01-31', Amount: 5_000 };
  const rows = [
    { ...deal, Name: 'Without a next step' },
    { ...deal, Name: 'With a next step', NextStep: 'Call' },
  ];
  const written = await sandbox.connection.sobject('Opportunity').create(rows);
  expect(written.map(({ success }) => success)).toEqual([true, true]);
  const previewed = await playbook('impact', '--config', changed);
  await expectShape('playbook-impact', previewed);
  expect(resultOf(previewed)).toMatchObject({
    deals: 2,
    lines: [{ stage: 'P1 Qualify', deals: 2, held: 0, heldAfter: 1, newlyHeld: 1, freed: 0 }],
    held: [{ name: 'Without a next step', checks: ['P1-NEXT'] }],
  });
});

it('releases a new version in place of the one before, and tells what was edited in Setup since', async () => {
  expect(resultOf(await playbook('apply', '--config', changed))).toMatchObject({ release: 'REL-00002' });
  expect(
    await count(sandbox.connection, "MF_Playbook__c WHERE Key_Version__c = 'M3|1.1' AND Status__c = 'Retired'"),
  ).toBe(1);
  const fullName = 'Opportunity.MF_Field_P1_NEXT';
  const rule = await sandbox.connection.metadata.read('ValidationRule', fullName);
  await sandbox.connection.metadata.update('ValidationRule', { ...(rule as object), fullName, active: false } as never);
  const diff = await playbook('diff');
  await expectShape('playbook-diff', diff);
  expect(resultOf(diff)['parts']).toEqual([
    { action: 'change', type: 'ValidationRule', name: fullName, why: 'active true → false' },
  ]);
});

it('takes the org back when what goes is confirmed, and lists it', async () => {
  const unasked = await playbook('rollback');
  expect(JSON.parse(unasked.stdout)).toMatchObject({ name: 'ReleaseUnconfirmed', exitCode: 2 });
  const taken = await playbook('rollback', '--no-prompt');
  await expectShape('playbook-rollback', taken);
  expect(partsThatMove(resultOf(taken))).toContain('remove ValidationRule Opportunity.MF_Field_P1_NEXT');
  expect(
    await count(sandbox.connection, "MF_Playbook__c WHERE Key_Version__c = 'M3|1.1' AND Status__c = 'Published'"),
  ).toBe(1);
  const listed = await playbook('history');
  await expectShape('playbook-history', listed);
  expect((JSON.parse(listed.stdout) as { result: unknown }).result).toMatchObject([
    { release: 'REL-00003', status: 'Verified', current: true, rollbackOf: 'REL-00002' },
    { release: 'REL-00002', status: 'Rolled back' },
    { release: 'REL-00001', status: 'Verified' },
  ]);
});

it('brings the same release from the sandbox to production, part by part the same', async () => {
  const production = await openInstalledOrg(line, 'production', 'playbooks');
  const released = await hashes(sandbox);
  await line.know(production.process, 'production');
  const applied = await line.run('playbook', 'apply', '-o', 'production', '--json');
  expect(resultOf(applied)).toMatchObject({ release: 'REL-00001' });
  expect(Object.keys(released).length).toBeGreaterThan(80);
  expect(await hashes(production)).toEqual(released);
});
