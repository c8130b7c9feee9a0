import { bestPattern } from './best-pattern.ts';
import { orderAt, pairAt, type Plan, type Problem } from './problem.ts';

/** Steps of the search for one person's best orders: there are many people, and each has many turns. */
const STEPS = 1_500;

/**
 * Local search by whole people: each in turn gives back what they work on and takes the orders that together gain most, from
 * nobody or from others, who fill their room in a turn of their own. It ends when nobody gains, or with the time. Teams stay as
 * they are: who works in one has only the other hours to fill.
 */
export function repackPlan(problem: Problem, plan: Plan, deadline: number): Plan {
  const holder = new Map<number, number>();
  const teams: number[][] = problem.people.map(() => []);
  for (const pair of plan) {
    const { order, person } = pairAt(problem, pair);
    if (orderAt(problem, order).headcount === 1) holder.set(order, pair);
    else teams[person]?.push(pair);
  }
  const profits = new Float64Array(problem.pairs.length);
  let idle = 0;
  for (let person = 0; idle < problem.people.length && performance.now() < deadline; idle++) {
    if (repackPerson(problem, person, { holder, team: teams[person] ?? [], profits })) idle = 0;
    person = (person + 1) % problem.people.length;
  }
  return [...holder.values(), ...teams.flat()].sort((one, other) => one - other);
}

interface Table {
  /** Pair that serves each order of one person. */
  readonly holder: Map<number, number>;
  /** Pairs of the person with orders of several people. */
  readonly team: readonly number[];
  /** By pair; what is left in it of others is not read. */
  readonly profits: Float64Array;
}

/** True when the person now has orders worth more. */
function repackPerson(problem: Problem, person: number, { holder, team, profits }: Table): boolean {
  const own: number[] = [];
  let had = 0;
  for (const pair of problem.pairsOfPerson[person] ?? []) {
    const { order, value } = pairAt(problem, pair);
    const held = holder.get(order);
    if (held === pair) {
      own.push(pair);
      had += value;
    }
    const elsewhere = held === undefined || held === pair ? 0 : pairAt(problem, held).value;
    profits[pair] = orderAt(problem, order).headcount === 1 ? value - elsewhere : 0;
  }
  const { pairs, profit } = bestPattern(problem, person, profits, { forced: team, steps: STEPS });
  if (profit <= had + 0.5) return false;
  for (const pair of own) holder.delete(pairAt(problem, pair).order);
  for (const pair of pairs) holder.set(pairAt(problem, pair).order, pair);
  return true;
}
