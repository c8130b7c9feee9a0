import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CommandLine, openCommandLine, resultOf } from '../../support/command-line.ts';
import { type HaltingDoor, openHaltingDoor } from '../../support/halting-door.ts';
import { told } from '../dispatch/orders.ts';
import { must } from '../gate/deals.ts';
import { openCompany, type Company } from './company.ts';

let line: CommandLine;
let company: Company;
let door: HaltingDoor | undefined;

beforeAll(async () => {
  line = openCommandLine();
  company = await openCompany();
  const { accessToken, instanceUrl } = company.integration.connection;
  door = await openHaltingDoor(instanceUrl);
  await line.know({ url: door.url, accessToken: accessToken! }, 'watched');
  const scored = await line.run('allocate', 'apply', '-o', 'watched', '--json');
  if (scored.code !== 0) throw new Error(scored.stdout + scored.stderr);
  const rows = Object.values(company.orders).map((Id) => ({ Id, Status__c: 'Validated' }));
  await must(company.dispatcher.connection, 'update', 'MF_Dispatch__c', rows);
}, 300_000);
afterAll(() => line.close());
afterAll(() => door?.close());
afterAll(() => company?.close());

const query = async (soql: string) =>
  (await company.integration.connection.query<Record<string, unknown>>(soql)).records;
const statusOf = async (id: string) =>
  (await query(`SELECT Status__c FROM MF_Dispatch__c WHERE Id = '${company.orders[id]!}'`))[0]?.['Status__c'];
const proposals = (id: string) =>
  query(
    `SELECT Resource_Week__r.Resource__r.Name FROM MF_Booking__c WHERE Status__c = 'Proposed' AND Dispatch__c = '${company.orders[id]!}'`,
  );

describe('an allocation that is disturbed', { timeout: 240_000 }, () => {
  it('names the order that was cancelled meanwhile, the one whose engineer has left, and writes the others', async () => {
    let cancelled: Promise<unknown> | undefined;
    const applying = line.start('allocate', 'apply', '-o', 'watched', '--json');
    // After the first write, the run as one that is being applied.
    door!.haltAfter(1, () => {
      const row = { Id: company.orders['DO-1005']!, Status__c: 'Cancelled', Status_Reason__c: 'Deal lost' };
      const left = { Id: company.engineers['Sun Yue']!, Active__c: false };
      cancelled = Promise.all([
        must(company.seller.connection, 'update', 'MF_Dispatch__c', [row]),
        must(company.integration.connection, 'update', 'MF_Resource__c', [left]),
      ]);
    });
    const ended = await applying.ended;
    await cancelled;
    expect(ended.code).toBe(4);
    const refusals = resultOf(ended)['refusals'] as { order: string; words: string }[];
    expect(Object.fromEntries(refusals.map(({ order, words }) => [order, words]))).toEqual({
      [company.numbers['DO-1004']!]: expect.stringMatching(/no longer active/) as string,
      [company.numbers['DO-1005']!]: expect.stringMatching(/validated and not over/) as string,
    });
    expect([await statusOf('DO-1004'), await proposals('DO-1004')]).toEqual(['Validated', []]);
    const back = [{ Id: company.engineers['Sun Yue']!, Active__c: true }];
    await must(company.integration.connection, 'update', 'MF_Resource__c', back);
    expect(await statusOf('DO-1005')).toBe('Cancelled');
    expect(await proposals('DO-1005')).toEqual([]);
    expect(await statusOf('DO-1001')).toBe('Proposed');
    expect(await query('SELECT Status__c, Message__c FROM MF_Allocation_Run__c')).toMatchObject([
      { Status__c: 'Applied', Message__c: expect.stringContaining(company.numbers['DO-1005']!) as string },
    ]);
  });

  it('lets one of two go on that are applied at once, tells the other, and books nobody twice', async () => {
    const others = Object.entries(company.orders).flatMap(([name, Id]) => (name === 'DO-1005' ? [] : [Id]));
    const again = others.map((Id) => ({ Id, Status__c: 'Validated' }));
    await must(company.dispatcher.connection, 'update', 'MF_Dispatch__c', again);
    let second: ReturnType<CommandLine['start']> | undefined;
    const first = line.start('allocate', 'apply', '-o', 'watched', '--json');
    // The first stands still once it has opened its run, until the second has ended.
    door!.haltAfter(1, () => {
      first.child.kill('SIGSTOP');
      second = line.start('allocate', 'apply', '-o', 'watched', '--json');
      void second.ended.then(() => first.child.kill('SIGCONT'));
    });
    const told = await first.ended;
    const won = await second!.ended;
    expect(won.code).toBe(0);
    expect([told.code, JSON.parse(told.stdout)]).toMatchObject([4, { name: 'AllocationTaken' }]);
    expect(await statusOf('DO-1001')).toBe('Proposed');
    const booked = await query(
      "SELECT Dispatch__c, SUM(Hours__c) hours FROM MF_Booking__c WHERE Status__c = 'Proposed' GROUP BY Dispatch__c",
    );
    const asked = await query("SELECT Id, Hours__c FROM MF_Dispatch__c WHERE Status__c = 'Proposed'");
    const hoursOf = (rows: Record<string, unknown>[], id: string, hours: string) =>
      Object.fromEntries(rows.map((row) => [String(row[id]), row[hours]] as const));
    expect(hoursOf(booked, 'Dispatch__c', 'hours')).toEqual(hoursOf(asked, 'Id', 'Hours__c'));
  });

  it('goes on after it was killed, and defers who lost the only engineer with the reason', async () => {
    const leaving = [{ Id: company.engineers['Chen Li']!, Active__c: false }];
    await must(company.integration.connection, 'update', 'MF_Resource__c', leaving);
    for (const writes of [1, 3]) {
      const applying = line.start('allocate', 'apply', '-o', 'watched');
      door!.haltAfter(writes, () => applying.child.kill('SIGKILL'));
      expect((await applying.ended).code).toBe(null);
    }
    const ended = await line.run('allocate', 'apply', '-o', 'watched', '--json');
    expect(ended.code).toBe(0);
    expect(resultOf(ended)['deferred']).toMatchObject([
      {
        order: company.numbers['DO-1001'],
        rank: 1,
        servingWorth: null,
        reason: expect.stringMatching(/^Nobody is eligible\./) as string,
      },
    ]);
    expect(await statusOf('DO-1001')).toBe('Deferred');
    expect(await proposals('DO-1001')).toEqual([]);
    expect(await query("SELECT Status__c FROM MF_Allocation_Run__c WHERE Status__c = 'Applied'")).toHaveLength(3);
    const again = await line.run('allocate', 'apply', '-o', 'watched', '--json');
    expect(resultOf(again)).toMatchObject({ written: 0 });
  });
});

describe('an allocation that a dispatcher asks for', { timeout: 240_000 }, () => {
  const ask = async (mode: string): Promise<string> => {
    const row = { Status__c: 'Requested', Mode__c: mode };
    const [id] = await must(company.dispatcher.connection, 'create', 'MF_Allocation_Run__c', [row]);
    return id!;
  };
  const runOf = async (id: string) =>
    (
      await query(
        `SELECT Name, Status__c, Step__c, Claimed_By__c, Run_Key__c, Orders__c, No_Envy_Price__c, Gap__c FROM MF_Allocation_Run__c WHERE Id = '${id}'`,
      )
    )[0]!;
  const work = () => line.start('allocate', 'plan', '-o', 'watched', '--requested', '--json');

  it('is asked for by dispatchers alone, and what it found is written by nobody', async () => {
    const row = { Status__c: 'Requested', Mode__c: 'worth' };
    expect(await told(company.seller, 'MF_Allocation_Run__c', row)).toMatch(/cannot be inserted/);
    expect(await told(company.dispatcher, 'MF_Allocation_Run__c', { ...row, Status__c: 'Applied' })).toMatch(
      /written by the allocation only/,
    );
  });

  it('is carried out by one of two workers while the other waits, the oldest first', async () => {
    const [first, second] = [await ask('no-envy'), await ask('worth')];
    const ended = await Promise.all([work().ended, work().ended]);
    const told = ended.map(({ stdout }) => JSON.parse(stdout) as { result: { run: string | null } });
    expect(ended.map(({ code, stdout, stderr }) => (code === 0 ? '' : stdout + stderr))).toEqual(['', '']);
    expect(told.flatMap(({ result }) => result.run ?? []).sort()).toContain((await runOf(first))['Name']);
    if (told.some(({ result }) => result.run === null)) await work().ended;
    expect([await runOf(first), await runOf(second)]).toMatchObject([
      { Status__c: 'Applied', Step__c: null, Orders__c: 5, No_Envy_Price__c: expect.any(Number) as number, Gap__c: 0 },
      { Status__c: 'Applied', Step__c: null, Orders__c: 5, No_Envy_Price__c: null, Gap__c: 0 },
    ]);
    expect(JSON.parse((await work().ended).stdout)).toMatchObject({ status: 0, result: { run: null } });
  });

  it('is nobody else’s while its worker lives, and goes on with another after that one was killed', async () => {
    const id = await ask('no-envy');
    const killed = work();
    door!.haltAfter(1, () => killed.child.kill('SIGKILL'));
    expect((await killed.ended).code).toBe(null);
    expect(await runOf(id)).toMatchObject({ Status__c: 'Running', Step__c: 'Reading' });
    expect(JSON.parse((await work().ended).stdout)).toMatchObject({ result: { run: null } });
    const rival = { Id: id, Claimed_By__c: 'rival', Claimed_At__c: '2026-03-01T00:00:00Z' };
    expect(await told(company.integration, 'MF_Allocation_Run__c', rival)).toMatch(/Another worker runs/);
    const silent = [{ Id: id, Claimed_At__c: '2026-03-01T00:00:00Z' }];
    await must(company.integration.connection, 'update', 'MF_Allocation_Run__c', silent);
    expect(resultOf(await work().ended)).toMatchObject({ run: (await runOf(id))['Name'], refusals: [] });
    expect(await runOf(id)).toMatchObject({ Status__c: 'Applied', Run_Key__c: null });
  });
});
