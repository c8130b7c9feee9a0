/** Deal worth score (DWS): how much a deal deserves presales hours, 0 to 100. */

export type WorthFactor = 'value' | 'probability' | 'tier' | 'urgency' | 'readiness' | 'showcase';

export interface WorthInputs {
  /** Gross margin of the deal in the company currency. */
  readonly grossMargin: number;
  /** Win probability 0-1, as forecast; `calibration` corrects the optimism of its unit. */
  readonly probability: number;
  /** Actual ÷ forecast wins of the seller's unit; 1 when unknown. */
  readonly calibration?: number;
  readonly tier: string;
  readonly daysToDeadline: number;
  /** Share of required items that are complete, 0-100. */
  readonly readiness: number;
  /** Showcase value, 0-100. */
  readonly showcase: number;
  /** Grades 0-10 of the starred criteria; one at or below the floor caps the score. */
  readonly starredGrades?: readonly number[];
}

/** A version of the formula: every figure is configuration. */
export interface WorthFormula {
  readonly version: string;
  /** Weights of the factors; they sum to 1. */
  readonly weights: Readonly<Record<WorthFactor, number>>;
  /** Gross margin worth 0 and worth 100; logarithmic between, or one giant deal would swallow the list. */
  readonly marginAtZero: number;
  readonly marginAtHundred: number;
  readonly tierScores: Readonly<Record<string, number>>;
  /** Ascending: the first band whose `days` is not exceeded counts. */
  readonly urgencyBands: readonly { readonly days: number; readonly score: number }[];
  readonly urgencyBeyond: number;
  /** A starred grade at or below `grade` caps the score at `cap`. */
  readonly floor: { readonly grade: number; readonly cap: number };
}

export const defaultWorthFormula: WorthFormula = {
  version: '2026.1',
  weights: { value: 0.3, probability: 0.2, tier: 0.2, urgency: 0.1, readiness: 0.1, showcase: 0.1 },
  marginAtZero: 100_000,
  marginAtHundred: 10_000_000,
  tierScores: { Strategic: 100, Key: 75, Potential: 50, General: 25 },
  urgencyBands: [
    { days: 7, score: 100 },
    { days: 14, score: 80 },
    { days: 30, score: 50 },
  ],
  urgencyBeyond: 20,
  floor: { grade: 1, cap: 50 },
};

export interface Worth {
  /** 0-100, not rounded. */
  readonly score: number;
  /** Each factor's own score 0-100, before its weight. */
  readonly factors: Readonly<Record<WorthFactor, number>>;
  /** True when a starred grade capped the score. */
  readonly capped: boolean;
  readonly version: string;
}

/** Σ weight × factor, capped by the floor rule. A tier the formula does not know scores 0. */
export function dealWorth(inputs: WorthInputs, formula: WorthFormula = defaultWorthFormula): Worth {
  const factors = worthFactors(inputs, formula);
  const sum = weightedSum(factors, formula.weights);
  const floored = (inputs.starredGrades ?? []).some((grade) => grade <= formula.floor.grade);
  const capped = floored && sum > formula.floor.cap;
  return { score: capped ? formula.floor.cap : sum, factors, capped, version: formula.version };
}

function worthFactors(inputs: WorthInputs, formula: WorthFormula): Record<WorthFactor, number> {
  const probability = inputs.probability * (inputs.calibration ?? 1);
  return {
    value: marginScore(inputs.grossMargin, formula),
    probability: clamp(probability * 100),
    tier: formula.tierScores[inputs.tier] ?? 0,
    urgency: formula.urgencyBands.find((band) => inputs.daysToDeadline <= band.days)?.score ?? formula.urgencyBeyond,
    readiness: clamp(inputs.readiness),
    showcase: clamp(inputs.showcase),
  };
}

/** 100 · log(margin ÷ zero) ÷ log(hundred ÷ zero), clamped; no margin or a loss scores 0. */
function marginScore(margin: number, formula: WorthFormula): number {
  if (margin <= formula.marginAtZero) return 0;
  return clamp(
    (100 * Math.log10(margin / formula.marginAtZero)) / Math.log10(formula.marginAtHundred / formula.marginAtZero),
  );
}

export function weightedSum(
  factors: Readonly<Record<WorthFactor, number>>,
  weights: Readonly<Record<WorthFactor, number>>,
): number {
  return worthFactorNames.reduce((sum, name) => sum + weights[name] * factors[name], 0);
}

export const worthFactorNames: readonly WorthFactor[] = [
  'value',
  'probability',
  'tier',
  'urgency',
  'readiness',
  'showcase',
];

function clamp(score: number): number {
  return Math.min(100, Math.max(0, score));
}
