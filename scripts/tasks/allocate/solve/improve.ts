import { canTake, type Work } from '../../../model/dispatch/schedule.ts';
import { orderAt, pairAt, personAt, type Plan, type Problem } from './problem.ts';

/**
 * Local search: an order takes a better person, if need be by sending another order of that person elsewhere, as long as
 * the plan gains. A good first plan leaves the solver few pairs to look at. Teams stay as they are.
 */
export function improvePlan(problem: Problem, plan: Plan, deadline: number): Plan {
  const table = new Table(problem, plan);
  let improved = true;
  while (improved && performance.now() < deadline) {
    improved = false;
    for (const [order, { headcount }] of problem.orders.entries())
      if (headcount === 1 && improveOrder(problem, table, order)) improved = true;
  }
  return table.plan();
}

function improveOrder(problem: Problem, table: Table, order: number): boolean {
  const current = table.pairOf(order);
  const had = current === undefined ? 0 : pairAt(problem, current).value;
  table.release(order);
  const change = bestChange(problem, table, order, had);
  if (change) for (const pair of change.pairs) table.take(pair);
  else if (current !== undefined) table.take(current);
  return change !== undefined;
}

interface Change {
  readonly gain: number;
  readonly pairs: readonly number[];
}

/** The pair that gains most over what the order had, alone or with one other order moved (or dropped). */
function bestChange(problem: Problem, table: Table, order: number, had: number): Change | undefined {
  let best: Change | undefined;
  const offer = (gain: number, pairs: readonly number[]): void => {
    if (gain > (best?.gain ?? 0)) best = { gain, pairs };
  };
  for (const pair of problem.pairsOfOrder[order] ?? []) {
    const { value, person } = pairAt(problem, pair);
    // An order that makes room does not gain by it, or it would have moved before.
    if (value - had <= (best?.gain ?? 0)) continue;
    if (table.hasRoom(pair)) offer(value - had, [pair]);
    else
      for (const other of table.ordersOf(person))
        for (const moved of table.withoutFor(other, pair)) offer(value - had + moved.gain, [pair, ...moved.pairs]);
  }
  return best;
}

/** Who works on what, kept in step while orders are taken and released. */
class Table {
  private readonly problem: Problem;
  private readonly chosen = new Map<number, number[]>();
  private readonly held: number[][];

  constructor(problem: Problem, plan: Plan) {
    this.problem = problem;
    this.held = problem.people.map(() => []);
    for (const pair of plan) this.take(pair);
  }

  plan(): Plan {
    return [...this.chosen.values()].flat().sort((left, right) => left - right);
  }

  pairOf(order: number): number | undefined {
    return this.chosen.get(order)?.[0];
  }

  ordersOf(person: number): readonly number[] {
    return this.held[person] ?? [];
  }

  /** An order of one person that is somewhere already leaves there first. */
  take(pair: number): void {
    const { order, person } = pairAt(this.problem, pair);
    if (orderAt(this.problem, order).headcount === 1) this.release(order);
    this.chosen.set(order, [...(this.chosen.get(order) ?? []), pair]);
    this.held[person]?.push(order);
  }

  release(order: number): void {
    for (const pair of this.chosen.get(order) ?? []) {
      const { person } = pairAt(this.problem, pair);
      this.held[person] = this.ordersOf(person).filter((other) => other !== order);
    }
    this.chosen.delete(order);
  }

  hasRoom(pair: number, without?: number): boolean {
    const { order, person } = pairAt(this.problem, pair);
    const others = this.ordersOf(person).filter((other) => other !== without && other !== order);
    const works: Work[] = [order, ...others].map((index) => orderAt(this.problem, index));
    return canTake(personAt(this.problem, person), works);
  }

  /** Ways to make room for a pair by moving another order of its person elsewhere. */
  withoutFor(other: number, pair: number): Change[] {
    if (orderAt(this.problem, other).headcount > 1 || !this.hasRoom(pair, other)) return [];
    const current = this.pairOf(other);
    const { person } = pairAt(this.problem, pair);
    const had = current === undefined ? 0 : pairAt(this.problem, current).value;
    return (this.problem.pairsOfOrder[other] ?? [])
      .filter((candidate) => pairAt(this.problem, candidate).person !== person && this.hasRoom(candidate))
      .map((candidate) => ({ gain: pairAt(this.problem, candidate).value - had, pairs: [candidate] }));
  }
}
