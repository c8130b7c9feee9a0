import { canTake } from '../../../model/dispatch/schedule.ts';
import type { PairRow } from './pattern-master.ts';
import { orderAt, pairAt, personAt, type Problem } from './problem.ts';

const VIOLATED = 1e-3;

/**
 * Rows that every plan without envy obeys and these shares break: the order is served as well as the person would, or orders
 * of equal or higher worth come to the person beyond those beside which it would still fit. At most one for each order,
 * the one broken most; orders of several people are left to the search.
 */
export function envyRows(problem: Problem, shares: Float64Array): PairRow[] {
  return problem.orders.flatMap(({ headcount }, order) => {
    if (headcount > 1) return [];
    let worst: { readonly row: PairRow; readonly met: number } | undefined;
    let asGood = 0;
    const ranked = byService(problem, order);
    for (const [index, pair] of ranked.entries()) {
      asGood += shares[pair] ?? 0;
      // People of the same service count together.
      const next = ranked[index + 1];
      if (next !== undefined && pairAt(problem, next).service === pairAt(problem, pair).service) continue;
      if (asGood > 1 - VIOLATED) break;
      const equals = ranked.filter((one) => pairAt(problem, one).service === pairAt(problem, pair).service);
      for (const equal of equals) {
        const rivals = rivalsOf(problem, order, equal, shares);
        const met = asGood + rivals.reduce((sum, rival) => sum + (shares[rival] ?? 0), 0);
        if (met > 1 - VIOLATED || (worst && met >= worst.met)) continue;
        worst = { met, row: new Map([...ranked.slice(0, index + 1), ...rivals].map((one) => [one, 1])) };
      }
    }
    return worst ? [worst.row] : [];
  });
}

function byService(problem: Problem, order: number): number[] {
  return [...(problem.pairsOfOrder[order] ?? [])].sort(
    (left, right) => pairAt(problem, right).service - pairAt(problem, left).service || left - right,
  );
}

/** Pairs of the person with orders of equal or higher worth, but for those used most that leave room for the order. */
function rivalsOf(problem: Problem, order: number, pair: number, shares: Float64Array): number[] {
  const { person } = pairAt(problem, pair);
  const asked = orderAt(problem, order);
  const rivals = (problem.pairsOfPerson[person] ?? []).filter((one) => {
    const rival = pairAt(problem, one).order;
    return rival !== order && orderAt(problem, rival).worth >= asked.worth;
  });
  const used = rivals.filter((one) => (shares[one] ?? 0) > 1e-6);
  used.sort((left, right) => (shares[right] ?? 0) - (shares[left] ?? 0) || left - right);
  const beside = new Set<number>();
  const works = [asked];
  for (const rival of used) {
    const work = orderAt(problem, pairAt(problem, rival).order);
    if (!canTake(personAt(problem, person), [...works, work])) continue;
    works.push(work);
    beside.add(rival);
  }
  return rivals.filter((one) => !beside.has(one));
}
