export type Factor = 'value' | 'probability' | 'tier' | 'urgency' | 'readiness' | 'showcase';

export interface WorthFacts {
  readonly margin: number;
  /** Percent. */
  readonly probability: number;
  readonly tier: string;
  /** Null without a deadline: as little urgent as there is. */
  readonly daysToDeadline: number | null;
  /** Percent. */
  readonly readiness: number;
  readonly showcase: number;
}

export interface FactorScore {
  readonly factor: Factor;
  /** 0-100. */
  readonly score: number;
  readonly weight: number;
}

const WEIGHTS: Readonly<Record<Factor, number>> = {
  value: 0.3,
  probability: 0.2,
  tier: 0.2,
  urgency: 0.1,
  readiness: 0.1,
  showcase: 0.1,
};
const MARGIN_AT_ZERO = 100_000;
const MARGIN_AT_HUNDRED = 10_000_000;
const TIERS: Readonly<Record<string, number>> = { Strategic: 100, Key: 75, Potential: 50, General: 25 };
const URGENCY = [
  { days: 7, score: 100 },
  { days: 14, score: 80 },
  { days: 30, score: 50 },
];
const NOT_URGENT = 20;

/**
 * What the allocation would score a request submitted now, by its formula 2026.1; only an estimate, for the score that
 * counts is given by the org at submission. Σ weight × score.
 */
export function worthNow(facts: WorthFacts): { readonly score: number; readonly factors: readonly FactorScore[] } {
  const scores: Record<Factor, number> = {
    value: marginScore(facts.margin),
    probability: clamp(facts.probability),
    tier: TIERS[facts.tier] ?? 0,
    urgency: urgency(facts.daysToDeadline),
    readiness: clamp(facts.readiness),
    showcase: clamp(facts.showcase),
  };
  const factors = (Object.keys(WEIGHTS) as Factor[]).map((factor) => ({
    factor,
    score: scores[factor],
    weight: WEIGHTS[factor],
  }));
  return { score: factors.reduce((sum, { score, weight }) => sum + score * weight, 0), factors };
}

/** Logarithmic, or one giant deal would swallow the list. */
function marginScore(margin: number): number {
  if (margin <= MARGIN_AT_ZERO) return 0;
  return clamp((100 * Math.log10(margin / MARGIN_AT_ZERO)) / Math.log10(MARGIN_AT_HUNDRED / MARGIN_AT_ZERO));
}

const urgency = (days: number | null): number =>
  days === null ? NOT_URGENT : (URGENCY.find((band) => days <= band.days)?.score ?? NOT_URGENT);

const clamp = (score: number): number => Math.min(100, Math.max(0, score));
