import type { Highs } from 'highs';
import { EnvyLimit } from './envy-limit.ts';
import { type Plan, type Problem, orderAt, pairAt, personAt } from './problem.ts';
import { pairsWorth } from './relaxation.ts';
import { openSearch, type Search } from './search.ts';
import { type Optimum, type SearchContext, type Stage, stages } from './stages.ts';

/**
 * Among the plans of the highest worth: the least envy, then the lowest cost, peak load, earliest submission, ids. Each
 * answer becomes a row, so that the next question cannot take it back.
 */
export function refinePlan(
  highs: Highs,
  problem: Problem,
  worthiest: { readonly plan: Plan; readonly value: number; readonly bound: number },
  context: SearchContext,
): Optimum {
  const { value, bound } = worthiest;
  const pairs = pairsWorth(context.relaxation, value);
  const search = openSearch(highs, problem, pairs, worthiest.plan, context);
  const proven: Stage[] = ['worth'];
  try {
    const values = pairs.map((pair) => pairAt(problem, pair).value);
    search.program.add({
      columns: pairs.map((_pair, column) => column),
      factors: values,
      lower: value - 0.5,
      upper: Infinity,
    });
    const envy = new EnvyLimit(problem, search, context.options.mode);
    for (const stage of stages.slice(1)) {
      const before = search.plan;
      if (!askStage(problem, search, envy, stage)) {
        search.plan = before;
        break;
      }
      proven.push(stage);
    }
    return { plan: search.plan, value, bound, proven };
  } finally {
    search.close();
  }
}

/** True when the stage is proved. */
function askStage(problem: Problem, search: Search, envy: EnvyLimit, stage: Stage): boolean {
  if (stage === 'envy') return envy.minimise();
  const costs = costsOf(problem, search, stage);
  const sense = stage === 'submission' ? 'maximise' : 'minimise';
  search.program.setObjective(sense, costs);
  const objective = envy.runWithin(stage);
  if (objective === undefined) return false;
  const slack = 0.5;
  const [lower, upper] = sense === 'maximise' ? [objective - slack, Infinity] : [-Infinity, objective + slack];
  search.program.add({ columns: [...costs.keys()], factors: [...costs.values()], lower, upper });
  return true;
}

function costsOf(problem: Problem, search: Search, stage: Stage): Map<number, number> {
  const { pairs } = search.program;
  const perPair = (cost: (pair: number) => number) => new Map(pairs.map((pair, column) => [column, cost(pair)]));
  if (stage === 'cost') return perPair((pair) => pairAt(problem, pair).cost);
  if (stage === 'load') return new Map([[addPeakLoad(problem, search), 1]]);
  if (stage === 'submission') {
    const places = submissionPlaces(problem);
    return perPair((pair) => places[pairAt(problem, pair).order] ?? 0);
  }
  return perPair((pair) =>
    mix(`${orderAt(problem, pairAt(problem, pair).order).id} ${personAt(problem, pairAt(problem, pair).person).id}`),
  );
}

/** A column that is at least every person's hours ÷ capacity, in thousandths. */
function addPeakLoad(problem: Problem, search: Search): number {
  const { program } = search;
  const peak = program.addColumn(0, Infinity);
  for (const [index, person] of problem.people.entries()) {
    const capacity = sum(person.capacity);
    const mine = (problem.pairsOfPerson[index] ?? []).filter((pair) => program.columnOf.has(pair));
    if (capacity === 0 || mine.length === 0) continue;
    const perMille = (pair: number) => (orderAt(problem, pairAt(problem, pair).order).hours * 1000) / capacity;
    const booked = ((capacity - sum(person.freeHours)) * 1000) / capacity;
    const columns = [...program.columnsOf(mine), peak];
    program.add({ columns, factors: [...mine.map(perMille), -1], lower: -Infinity, upper: -booked });
  }
  return peak;
}

/** The earliest submitted order counts most; orders of the same moment count alike. */
function submissionPlaces(problem: Problem): number[] {
  const times = [...new Set(problem.orders.map((order) => order.submittedAt))].sort().reverse();
  return problem.orders.map((order) => times.indexOf(order.submittedAt) + 1);
}

/** FNV-1a, 0-999: a different small number for each pair, the same on every machine. */
function mix(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash % 1000;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
