import type { Report } from '../../model/events.ts';
import type { OptimiseProgress } from './solve/stages.ts';
import { asObjective } from './solve/what-if.ts';

/** Milliseconds between two lines about one search. */
const PAUSE = 1000;

/** Tells best, bound and gap of the running search, at most once a second. */
export function reportSearch(report: Report, step: string, clock = () => performance.now()) {
  let told = -Infinity;
  return ({ stage, best, bound }: OptimiseProgress): void => {
    if (stage !== 'worth' || !Number.isFinite(best) || !Number.isFinite(bound) || clock() - told < PAUSE) return;
    told = clock();
    const gap = bound === 0 ? 0 : (100 * (bound - best)) / bound;
    const figures = { best: asObjective(best), bound: asObjective(bound) };
    const detail = `best ${figures.best.toFixed(2)}  bound ${figures.bound.toFixed(2)}  gap ${gap.toFixed(2)} %`;
    report({ event: 'step-told', step, detail, figures });
  };
}
