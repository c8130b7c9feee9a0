/** A closed deal as its unit had forecast it. */
export interface ForecastOutcome {
  readonly unit: string;
  /** Win probability 0-1 that the deal had. */
  readonly probability: number;
  readonly isWon: boolean;
}

/** Fewer closed deals say nothing of a unit's optimism. */
export const leastOutcomes = 10;
/** However a unit forecast, its deals are neither halved twice over nor doubled. */
const bounds = [0.5, 1.5] as const;

/**
 * Actual ÷ forecast wins of each unit with enough closed deals, three decimals; who forecasts 60 % and wins half of that
 * gets 0.5. A unit that is absent is taken at its word.
 */
export function calibrationByUnit(outcomes: readonly ForecastOutcome[]): Map<string, number> {
  const byUnit = Map.groupBy(outcomes, (outcome) => outcome.unit);
  return new Map(
    [...byUnit].flatMap(([unit, deals]) => {
      const forecast = deals.reduce((sum, deal) => sum + deal.probability, 0);
      if (deals.length < leastOutcomes || forecast <= 0) return [];
      const factor = deals.filter((deal) => deal.isWon).length / forecast;
      return [[unit, Math.round(Math.min(bounds[1], Math.max(bounds[0], factor)) * 1_000) / 1_000] as const];
    }),
  );
}
