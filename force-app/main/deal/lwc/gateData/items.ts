import type { Check } from './check';

/** The checks of one gate, in the order in which a seller should look at them. */
export interface Items {
  /** Hold the gate, blocking ones first. */
  readonly must: readonly Check[];
  /** Add points, the weightiest first. */
  readonly points: readonly Check[];
  readonly closed: readonly Check[];
  /** How many hold the gate and are not waived. */
  readonly holding: number;
  readonly total: number;
}

export function itemsOf(checks: readonly Check[]): Items {
  const open = checks.filter((check) => check.status !== 'Passed');
  const must = open
    .filter((check) => check.mandatory || check.blocking)
    .sort((a, b) => Number(b.blocking) - Number(a.blocking));
  return {
    must,
    points: open.filter((check) => !check.mandatory && !check.blocking).sort((a, b) => b.weight - a.weight),
    closed: checks.filter((check) => check.status === 'Passed'),
    holding: must.filter((check) => !check.waived).length,
    total: checks.length,
  };
}
