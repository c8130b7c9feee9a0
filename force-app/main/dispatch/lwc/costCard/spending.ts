import { rowsOf, valueAt, type Node } from 'c/gateData';

/** How the spent money stands to the budget; unset where there is none, hidden where the user sees no money. */
export type Standing = 'hidden' | 'unset' | 'within' | 'warning' | 'over';

export interface StageLine {
  readonly stage: string;
  readonly planned: number;
  readonly worked: number;
  /** Null where the user sees totals only. */
  readonly people: number | null;
  readonly expenses: number;
}

export interface Spending {
  readonly standing: Standing;
  /** Of the whole deal. */
  readonly budget: number;
  /** What of it is released up to the stage of the deal; the org confirms no order beyond it. */
  readonly released: number;
  /** The deal has cost more than its stop-loss line, and no head has decided at this stage that it goes on. */
  readonly asksStopLoss: boolean;
  readonly spent: number;
  readonly people: number;
  readonly expenses: number;
  readonly hours: number;
  readonly margin: number;
  readonly stages: readonly StageLine[];
  readonly showsPeople: boolean;
}

/** The states in which the planned hours count; afterwards those that were worked do, as in the org's own sums. */
const RUNNING = new Set(['Confirmed', 'In progress', 'Delivered', 'Accepted']);
const WARNS_AT = 0.8;

/** Undefined where the opportunity has no deal. */
export function spendingOf(data: unknown): Spending | undefined {
  const [deal] = rowsOf(data, 'MF_Deal__c');
  if (deal === undefined) return undefined;
  const money = (field: string) => Number(valueAt(deal, field) ?? 0);
  const stages = stageLines(rowsOf(data, 'MF_Dispatch__c'));
  return {
    standing: standingOf(deal),
    budget: money('Presales_Budget__c'),
    released: releasedOf(deal),
    asksStopLoss: valueAt(deal, 'Stop_Loss_Asked__c') === true,
    spent: money('Presales_Spent__c'),
    people: money('Running_Cost__c') + money('Finished_Cost__c'),
    expenses: money('Dispatch_Expenses__c'),
    hours: money('Dispatched_Hours__c'),
    margin: money('Gross_Margin__c'),
    stages,
    showsPeople: stages.some((line) => line.people !== null),
  };
}

function standingOf(deal: Node): Standing {
  if (!('Presales_Spent__c' in deal)) return 'hidden';
  const released = releasedOf(deal);
  if (!released) return 'unset';
  const share = Number(valueAt(deal, 'Presales_Spent__c') ?? 0) / released;
  if (share > 1) return 'over';
  return share >= WARNS_AT ? 'warning' : 'within';
}

/** All of the budget where its stage keeps none back. */
const releasedOf = (deal: Node): number =>
  Number(valueAt(deal, 'Stage_Budget__c') ?? valueAt(deal, 'Presales_Budget__c') ?? 0);

/** One line per stage at which orders were submitted, in the order of the process (its values begin with their number). */
function stageLines(orders: readonly Node[]): StageLine[] {
  const lines = new Map<string, StageLine>();
  for (const order of orders) {
    const line = lineOf(order);
    if (line.planned + line.worked + line.expenses === 0) continue;
    const sum = lines.get(line.stage);
    lines.set(line.stage, sum === undefined ? line : plus(sum, line));
  }
  return [...lines.values()].sort((a, b) => (a.stage < b.stage ? -1 : 1));
}

function lineOf(order: Node): StageLine {
  const number = (field: string) => Number(valueAt(order, field) ?? 0);
  const cost = RUNNING.has(String(valueAt(order, 'Status__c'))) ? 'Planned_Cost__c' : 'Effort_Cost__c';
  return {
    stage: String(valueAt(order, 'Stage_At_Submission__c') ?? ''),
    planned: number('Planned_Hours__c'),
    worked: number('Worked_Hours__c'),
    people: cost in order ? number(cost) : null,
    expenses: number('Travel_Cost__c') + number('Lab_Cost__c'),
  };
}

const plus = (a: StageLine, b: StageLine): StageLine => ({
  stage: a.stage,
  planned: a.planned + b.planned,
  worked: a.worked + b.worked,
  people: a.people === null || b.people === null ? null : a.people + b.people,
  expenses: a.expenses + b.expenses,
});
