import FairnessTrend from 'c/fairnessTrend';
import { graphql } from 'lightning/graphql';
import { edges } from 'components/gate-answer';
import { all, render, settled, words } from 'components/render';

const wire = graphql as unknown as { emit(value: unknown): void };
const run = {
  Id: 'r2',
  Name: 'RUN-00002',
  Finished_At__c: '2026-11-24T04:00:00.000Z',
  Orders__c: 20,
  Fill_Rate__c: 0.9,
  Worth_Coverage__c: 0.843,
  Held_Envy__c: 1,
  Idle_Envy__c: 1,
  Worth_Alignment__c: 0.7,
  Connection_Bias__c: 0.05,
  Weighted_Jain__c: 0.858,
  Load_Gini__c: 0.19,
  Overrides__c: 2,
  Emergencies__c: 1,
};
const before = { ...run, Id: 'r1', Name: 'RUN-00001', Finished_At__c: '2026-11-17T04:00:00.000Z', Fill_Rate__c: 0.5 };
const answered = (Id: string, at: string, met: boolean) => ({ Id, First_Answered_At__c: at, Sla_Met__c: met });

async function show(runs: Parameters<typeof edges>[0]) {
  const element = render('c-fairness-trend', FairnessTrend as never);
  await settled();
  const orders = [
    answered('a', '2026-11-16T00:00:00.000Z', true),
    answered('b', '2026-11-20T00:00:00.000Z', true),
    answered('c', '2026-11-21T00:00:00.000Z', false),
  ];
  wire.emit({ uiapi: { query: { MF_Allocation_Run__c: edges(runs), MF_Dispatch__c: edges(orders) } } });
  await settled();
  return element;
}

describe('c-fairness-trend', () => {
  it('draws each figure the reader may know with its target, the oldest run first', async () => {
    const element = await show([run, before]);
    const charts = all<HTMLElement & { lines: { name: string; values: number[]; targets: number[] }[] }>(
      element.shadowRoot,
      'c-fairness-chart',
    );
    const lines = charts.flatMap((chart) => chart.lines);
    const line = (name: string) => lines.find((one) => one.name === name);
    expect(line('Fill rate')?.values).toEqual([0.5, 0.9]);
    expect(line('First answer in time')?.values).toEqual([1, 0.5]);
    expect(line('Connection bias')).toMatchObject({ values: [0.05, 0.05], targets: [0.1, -0.1] });
    expect(line('Override rate')?.values).toEqual([0.1, 0.1]);
    expect(line('Justified envy')).toMatchObject({ values: [2, 2], targets: [0] });
    expect(line('Nomination rate')).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  it('gives the same figures as a table, the newest run first', async () => {
    const element = await show([run, before]);
    all(element.shadowRoot, 'lightning-button')[0]!.click();
    await settled();
    // The day where the reader is: Los Angeles in these tests.
    const rows = all(element.shadowRoot, 'tbody tr').map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows[0]?.slice(0, 6)).toEqual(['RUN-00002', '11/23', '20', '84.3%', '90%', '50%']);
    expect(rows[1]?.[0]).toBe('RUN-00001');
    await expect(element).toBeAccessible();
  });

  it('says that no run was applied yet', async () => {
    const element = await show([]);
    expect(words(element.shadowRoot)).toContain('No allocation has been applied yet.');
    await expect(element).toBeAccessible();
  });
});
