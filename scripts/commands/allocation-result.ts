import type { Fairness } from '../model/dispatch/fairness.ts';
import type { Decision } from '../tasks/allocate/decisions.ts';
import type { AllocationPlan } from '../tasks/allocate/plan-allocation.ts';

/** What `--json` prints of a plan. */
export interface AllocationResult {
  readonly runKey: string;
  readonly mode: string;
  readonly proof: string;
  readonly objective: number;
  readonly bound: number;
  readonly gap: number;
  readonly stages: AllocationPlan['figures']['stages'];
  readonly noEnvyPrice: number | null;
  readonly fairness: Fairness | null;
  readonly scored: number;
  readonly served: readonly ServedOrder[];
  readonly deferred: readonly DeferredOrder[];
  readonly skipped: readonly SkippedOrder[];
}

export interface ServedOrder {
  readonly rank: number;
  readonly order: string;
  readonly deal: string;
  readonly worth: number;
  readonly people: readonly {
    readonly name: string;
    readonly fit: number;
    readonly weeks: readonly { readonly monday: string; readonly hours: number }[];
  }[];
}

/** Left out of the run, which solved the others. */
export interface SkippedOrder {
  readonly order: string;
  readonly deal: string;
  readonly reason: string;
}

export interface DeferredOrder {
  readonly rank: number;
  readonly order: string;
  readonly deal: string;
  readonly worth: number;
  readonly reason: string;
  readonly servingWorth: number | null;
}

export function allocationResult({
  runKey,
  mode,
  figures,
  decisions,
  skipped,
  writes,
}: AllocationPlan): AllocationResult {
  const { proof, objective, bound, gap, stages, noEnvyPrice, fairness } = figures;
  return {
    runKey,
    mode,
    proof,
    objective,
    bound,
    gap,
    stages,
    noEnvyPrice,
    fairness,
    scored: writes.scores.length,
    served: decisions.filter(({ reason }) => reason === undefined).map(servedOrder),
    deferred: decisions.flatMap(({ rank, order, deal, worth, reason, servingWorth }) =>
      reason ? [{ rank, order, deal, worth, reason: reason.en, servingWorth: servingWorth ?? null }] : [],
    ),
    skipped: skipped.map(({ order, deal, reason }) => ({ order, deal, reason: reason.en })),
  };
}

function servedOrder({ rank, order, deal, worth, people }: Decision): ServedOrder {
  return { rank, order, deal, worth, people: people.map(({ name, fit, weeks }) => ({ name, fit, weeks })) };
}
