import { DateTime } from 'luxon';
import {
  dealWorth,
  defaultWorthFormula,
  type Worth,
  worthFactorNames,
  type WorthFormula,
} from '../../model/dispatch/worth.ts';
import type { OrgRecord } from '../../salesforce/org-port.ts';
import type { AllocationState, OrderFacts } from './allocation-state.ts';

/** Scored after it was submitted last: a score is given once per submission. */
export function isScored({ worth, submittedAt }: OrderFacts): boolean {
  return worth.score !== null && worth.scoredAt !== null && Date.parse(worth.scoredAt) >= Date.parse(submittedAt);
}

/** What a score depends on beside the order; without a formula the one that ships counts. */
export type Scale = Pick<AllocationState, 'timeZone' | 'formula'>;

/** The worth of what the deal said at submission; a deal without a deadline is as little urgent as there is. */
export function scoreOrder({ worth, submittedAt }: OrderFacts, { timeZone, formula }: Scale): Worth {
  const starredGrades = worth.starredGrade === null ? [] : [worth.starredGrade];
  return dealWorth(
    { ...worth, starredGrades, daysToDeadline: daysUntil(worth.deadline, submittedAt, timeZone) },
    formula,
  );
}

/** Six decimals: what the field holds, so that a stored score and a fresh one give the same plan. */
export function worthScore(order: OrderFacts, scale: Scale): number {
  if (isScored(order)) return order.worth.score ?? 0;
  return roundWorth(scoreOrder(order, scale).score);
}

/** @param now milliseconds since 1970 */
export function worthRow(order: OrderFacts, scale: Scale, now: number): OrgRecord {
  const at = Math.max(now, Date.parse(order.submittedAt));
  const { calibration } = order.worth;
  return { Id: order.id, Calibration__c: calibration, ...worthFields(scoreOrder(order, scale), at, scale.formula) };
}

/** @param at milliseconds since 1970, not before the submission */
export function worthFields(worth: Worth, at: number, { weights }: WorthFormula = defaultWorthFormula): OrgRecord {
  const parts = worthFactorNames.map((name) => [
    name,
    { score: roundWorth(worth.factors[name]), weight: weights[name] },
  ]);
  return {
    Worth__c: roundWorth(worth.score),
    Worth_Version__c: worth.version,
    Worth_Scored_At__c: new Date(at).toISOString(),
    Worth_Capped__c: worth.capped,
    Worth_Breakdown__c: JSON.stringify(Object.fromEntries(parts)),
  };
}

function daysUntil(deadline: string | null, submittedAt: string, timeZone: string): number {
  if (deadline === null) return Infinity;
  const submitted = DateTime.fromISO(submittedAt, { zone: timeZone }).startOf('day');
  return Math.round(DateTime.fromISO(deadline, { zone: timeZone }).diff(submitted, 'days').days);
}

function roundWorth(score: number): number {
  return Math.round(score * 1e6) / 1e6;
}
