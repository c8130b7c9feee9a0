import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CommandLine, openCommandLine, resultOf } from '../../support/command-line.ts';
import { type InstalledOrg, openInstalledOrg } from '../../support/installed-org.ts';
import { expectShape } from '../../support/json-shape.ts';

let line: CommandLine;
let org: InstalledOrg;
beforeAll(async () => {
  line = openCommandLine();
  org = await openInstalledOrg(line, 'demo', 'demo');
  await line.know(org.process, 'demo');
}, 600_000);
afterAll(() => line.close());

it(
  'names the orders of the demo that wait too long, raises them once, and shows no rate anew',
  { timeout: 180_000 },
  async () => {
    const raised = await line.run('dispatch', 'escalate', '-o', 'demo', '--json');
    await expectShape('dispatch-escalate', raised);
    const { late, written } = resultOf(raised) as { late: { isNew: boolean }[]; written: number };
    expect(late.length).toBeGreaterThan(0);
    expect(late.every(({ isNew }) => isNew)).toBe(true);
    expect(written).toBeGreaterThanOrEqual(late.length);
    const again = await line.run('dispatch', 'escalate', '-o', 'demo', '--json');
    expect(resultOf(again)).toMatchObject({ written: 0, late: late.map((one) => ({ ...one, isNew: false })) });
    const calibrated = await line.run('dispatch', 'calibrate', '-o', 'demo', '--json');
    await expectShape('dispatch-calibrate', calibrated);
    const { units } = resultOf(calibrated) as { units: { closed: number; factor: number | null }[] };
    expect(units.reduce((sum, { closed }) => sum + closed, 0)).toBeGreaterThan(10);
    expect(resultOf(await line.run('dispatch', 'calibrate', '-o', 'demo', '--json'))).toMatchObject({ written: 0 });
    const shared = await line.run('dispatch', 'share-rates', '-o', 'demo', '--json');
    await expectShape('dispatch-share-rates', shared);
    expect(resultOf(shared)).toMatchObject({ added: 0, removed: 0, refusals: [] });
  },
);

it('takes a file of grades once, and names each line of a wrong one', { timeout: 180_000 }, async () => {
  const file = join(line.folder, 'grades.csv');
  const take = (...more: string[]) => line.run('skills', 'import', '-o', 'demo', '--file', file, '--json', ...more);
  writeFileSync(file, 'engineer,skill,manager\nHY-E001,PWR,9\nHY-E999,PWR,3\n');
  const refused = await take();
  expect(refused.code).toBe(2);
  expect(refused.stdout).toMatch(/line 2: manager is .*9.*line 3: no active engineer has the key HY-E999/s);
  writeFileSync(file, 'engineer,skill,manager,evidence\nHY-E001,PWR,4,4\nHY-E001,IOT,2,2\nHY-E002,FIN,5,\n');
  expect(resultOf(await take('--dry-run'))).toMatchObject({ created: 1, updated: 1, unchanged: 1, written: false });
  const taken = await take();
  await expectShape('skills-import', taken);
  expect(resultOf(taken)).toMatchObject({ created: 1, updated: 1, unchanged: 1, refusals: [] });
  expect(resultOf(await take())).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
  const { records } = await org.connection.query(
    "SELECT Level__c FROM MF_Resource_Skill__c WHERE Resource__r.Key__c = 'HY-E001' AND Skill__r.Key__c = 'PWR'",
  );
  expect(records).toMatchObject([{ Level__c: 4 }]);
});
