/** Levels 1 to 5: assisted, standard demo, independent solution, complex or lead, industry authority. 0 is no skill. */
export interface SkillGrades {
  readonly self?: number;
  readonly manager?: number;
  readonly evidence?: number;
}

export interface SkillWeights {
  readonly self: number;
  readonly manager: number;
  readonly evidence: number;
}

export const defaultSkillWeights: SkillWeights = { self: 0.2, manager: 0.4, evidence: 0.4 };

/**
 * Final level = ⌊Σ weight × grade⌋, one level lower once `validTo` has passed. A grade nobody gave counts as 0, so a
 * claim without a manager and without evidence stays below level 2.
 * @param today ISO date (YYYY-MM-DD), like `validTo`.
 */
export function finalSkillLevel(
  grades: SkillGrades,
  { validTo, today }: { readonly validTo?: string; readonly today: string },
  weights: SkillWeights = defaultSkillWeights,
): number {
  // In tenths of a thousandth, or 0.2 × 5 + 0.4 × 5 + 0.4 × 5 could fall a hair short of 5.
  const sum =
    weights.self * (grades.self ?? 0) +
    weights.manager * (grades.manager ?? 0) +
    weights.evidence * (grades.evidence ?? 0);
  const level = Math.floor(Math.round(sum * 10_000) / 10_000);
  const expired = validTo !== undefined && validTo < today;
  return Math.max(0, level - (expired ? 1 : 0));
}
