import type { Candidate } from 'c/dispatchData';
import type { OtherBooking } from './others';

export interface Loss {
  /** Against what the allocation decided: it needs a reason and is counted. */
  readonly isOverride: boolean;
  /** Worth × fit ÷ 100 that the plan loses at most. */
  readonly worth: number;
}

/**
 * What a proposal by hand costs against the plan: the fit it gives up on this order, and the whole worth of each proposed
 * order that the person has no room for any more. The next run may place those elsewhere, so it is the most that is lost.
 */
export function lossOf(
  personId: string,
  order: { readonly worth: number; readonly candidates: readonly Candidate[]; readonly fit: number },
  displaced: readonly OtherBooking[],
): Loss {
  const chosen = order.candidates.filter((one) => one.chosen);
  const isOverride = order.candidates.length > 0 && !chosen.some((one) => one.personId === personId);
  if (!isOverride) return { isOverride, worth: 0 };
  const worst = chosen.length > 0 ? Math.max(...chosen.map((one) => one.fit)) : order.fit;
  const own = (order.worth * Math.max(0, worst - order.fit)) / 100;
  const worths = new Map(displaced.map((one) => [one.orderId, one.worth]));
  const others = [...worths.values()].reduce((sum, worth) => sum + worth, 0);
  return { isOverride, worth: Math.round((own + others) * 100) / 100 };
}
