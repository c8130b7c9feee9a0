import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, newDeals, passLegal, passOwn, states, type Outcome } from './deals.ts';
import { stageValue } from './fixture-playbooks.ts';
import { openGateOrg, type GateOrg } from './gate-org.ts';

let org: GateOrg;
let ids: string[];
beforeAll(async () => {
  org = await openGateOrg();
}, 120_000);
afterAll(() => org?.close());

interface Answer {
  readonly outcomes: readonly Outcome[];
  /** What the request's transaction used: queries and statements of flows. */
  readonly soql: number;
  readonly dml: number;
}

/** A collection request of its own, because the answer's headers count. */
async function collection(method: 'POST' | 'PATCH', records: readonly object[], allOrNone: boolean): Promise<Answer> {
  const { instanceUrl, accessToken } = org.broad.connection;
  const answer = await fetch(`${instanceUrl}/services/data/v66.0/composite/sobjects`, {
    method,
    headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      allOrNone,
      records: records.map((record) => ({ attributes: { type: 'Opportunity' }, ...record })),
    }),
  });
  const used = answer.headers.get('Local-Org-Transaction') ?? '';
  const count = (name: string) => Number(new RegExp(`\\b${name}=(\\d+)`).exec(used)?.[1]);
  return { outcomes: (await answer.json()) as Outcome[], soql: count('soql'), dml: count('dml') };
}

describe('two hundred opportunities in one request', { timeout: 120_000 }, () => {
  it('get their deals, gates and first checks in exactly five statements', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => ({
      Name: `Deal ${index}`,
      StageName: stageValue('S1'),
      CloseDate: '2026-12-31',
      Amount: 1000,
      MF_Deal_Type__c: 'HQ_Solution',
    }));
    const { outcomes, soql, dml } = await collection('POST', rows, true);
    ids = outcomes.map((outcome) => String(outcome.id));
    expect(outcomes.filter((outcome) => !outcome.success)).toEqual([]);
    expect(dml).toBe(5);
    expect(soql).toBeLessThanOrEqual(10);
    const made = await states(org.admin, ids);
    expect(made.every((deal) => deal.checks.length === 3 && deal.gateId !== '')).toBe(true);
  });

  it('move one by one: the met ones move, the others say why, in at most ten queries and five statements', async () => {
    const met = (await states(org.admin, ids)).filter((_, index) => index % 3 !== 0);
    for (let at = 0; at < met.length; at += 50) await passOwn(org.broad, met.slice(at, at + 50));
    for (let at = 0; at < met.length; at += 200) await passLegal(org, met.slice(at, at + 200));
    const moves = ids.map((id) => ({ id, StageName: stageValue('S2') }));
    const { outcomes, soql, dml } = await collection('PATCH', moves, false);
    expect(soql).toBeLessThanOrEqual(10);
    expect(dml).toBeLessThanOrEqual(5);
    const refused = outcomes.filter((outcome) => !outcome.success);
    expect(refused).toHaveLength(67);
    expect(
      refused.every((outcome) => /Need confirmed; Conflict check cleared/.test(outcome.errors[0]?.message ?? '')),
    ).toBe(true);
    const after = await states(org.admin, ids);
    expect(after.filter((deal) => deal.stage === stageValue('S2'))).toHaveLength(133);
    expect(
      after.filter((deal) => deal.stage === stageValue('S2')).every((deal) => deal.checks.length === 3 && !deal.isMet),
    ).toBe(true);
  });

  it('move all or none: one open gate keeps everything where it was', async () => {
    const fresh = await newDeals(org.broad, 200);
    const deals = await states(org.admin, fresh);
    const met = deals.slice(1);
    for (let at = 0; at < met.length; at += 50) await passOwn(org.broad, met.slice(at, at + 50));
    for (let at = 0; at < met.length; at += 200) await passLegal(org, met.slice(at, at + 200));
    const { outcomes } = await collection(
      'PATCH',
      fresh.map((id) => ({ id, StageName: stageValue('S2') })),
      true,
    );
    expect(outcomes.every((outcome) => !outcome.success)).toBe(true);
    expect((await states(org.admin, fresh)).every((deal) => deal.stage === stageValue('S1'))).toBe(true);
    const { totalSize } = await org.admin.query(
      `SELECT Id FROM MF_Event_Log__c WHERE Deal__c IN (${deals.map((deal) => `'${deal.dealId}'`).join(',')})`,
    );
    expect(totalSize, 'a refused save leaves no line').toBe(0);
    const only = await collection(
      'PATCH',
      fresh.slice(1).map((id) => ({ id, StageName: stageValue('S2') })),
      true,
    );
    expect(only.outcomes.every((outcome) => outcome.success)).toBe(true);
  });

  it('hold with every flow off: the met ones move a stage and no further, the others stay', async () => {
    const open = await newDeals(org.broad, 200);
    const met = (await states(org.admin, open)).slice(0, 40);
    await passOwn(org.broad, met);
    await passLegal(org, met);
    await org.switchFlows(false);
    const move = (stage: string) =>
      collection(
        'PATCH',
        open.map((id) => ({ id, StageName: stageValue(stage) })),
        false,
      );
    const first = await move('S2');
    expect(first.outcomes.map(({ success }) => success)).toEqual(open.map((_, index) => index < 40));
    expect(first.outcomes.slice(40).every(({ errors }) => /not met/.test(errors[0]?.message ?? ''))).toBe(true);
    const second = await move('S3');
    expect(second.outcomes.every(({ success }) => !success)).toBe(true);
    expect([first.soql, first.dml, second.soql, second.dml]).toEqual([0, 0, 0, 0]);
    await org.switchFlows(true);
  });

  it('hold with every flow off where no deal was ever made', async () => {
    await org.switchFlows(false);
    const open = await newDeals(org.broad, 100, { Name: 'Off' });
    const { outcomes, soql, dml } = await collection(
      'PATCH',
      open.map((id) => ({ id, StageName: stageValue('S2') })),
      false,
    );
    expect(outcomes.every((outcome) => /no deal workspace/.test(outcome.errors[0]?.message ?? ''))).toBe(true);
    expect([soql, dml]).toEqual([0, 0]);
    await must(org.broad.connection, 'delete', 'Opportunity', open);
  });
});
