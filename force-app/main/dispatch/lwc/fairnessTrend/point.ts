import { rowsOf, valueAt } from 'c/gateData';

/** Figures of one run; a share lies between 0 and 1. Null where there is none, or it is secret to the reader. */
export interface TrendPoint {
  readonly id: string;
  readonly name: string;
  readonly finishedAt: string;
  readonly orders: number;
  readonly coverage: number | null;
  readonly fill: number | null;
  /** First answers in time among those given since the run before. */
  readonly sla: number | null;
  readonly envy: number | null;
  readonly alignment: number | null;
  readonly jain: number | null;
  readonly gini: number | null;
  readonly bias: number | null;
  readonly seniority: number | null;
  readonly override: number | null;
  readonly emergency: number | null;
  readonly nomination: number | null;
}

/** The oldest first. */
export function pointsOf(data: unknown): TrendPoint[] {
  const answers = rowsOf(data, 'MF_Dispatch__c').map((node) => ({
    at: Date.parse(String(valueAt(node, 'First_Answered_At__c'))),
    met: valueAt(node, 'Sla_Met__c') === true,
  }));
  const runs = rowsOf(data, 'MF_Allocation_Run__c')
    .filter((node) => valueAt(node, 'Finished_At__c') !== null)
    .reverse();
  let before = -Infinity;
  return runs.map((node) => {
    const number = (field: string) => valueAt(node, field) as number | null;
    const orders = number('Orders__c') ?? 0;
    const share = (field: string) => (number(field) === null || orders === 0 ? null : (number(field) ?? 0) / orders);
    const finishedAt = String(valueAt(node, 'Finished_At__c'));
    const end = Date.parse(finishedAt);
    const given = answers.filter(({ at }) => at > before && at <= end);
    before = end;
    const held = number('Held_Envy__c');
    return {
      id: node.Id,
      name: String(valueAt(node, 'Name') ?? ''),
      finishedAt,
      orders,
      coverage: number('Worth_Coverage__c'),
      fill: number('Fill_Rate__c'),
      sla: given.length === 0 ? null : given.filter(({ met }) => met).length / given.length,
      envy: held === null ? null : held + (number('Idle_Envy__c') ?? 0),
      alignment: number('Worth_Alignment__c'),
      jain: number('Weighted_Jain__c'),
      gini: number('Load_Gini__c'),
      bias: number('Connection_Bias__c'),
      seniority: number('Grade_Correlation__c'),
      override: share('Overrides__c'),
      emergency: share('Emergencies__c'),
      nomination: share('Nominations__c'),
    };
  });
}
