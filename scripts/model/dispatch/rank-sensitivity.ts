import { type WorthFactor, weightedSum, worthFactorNames } from './worth.ts';

export interface RankSensitivity {
  readonly draws: number;
  /** In how many draws any order changes its rank. */
  readonly changed: number;
  /** Per order, in how many draws its own rank differs. */
  readonly changedById: ReadonlyMap<string, number>;
}

/**
 * How firm a ranking is: every weight is drawn anew within ± `spread` and scaled back to a sum of 1; a draw counts when
 * the rank differs. Drawn from a seed, so that the same question has the same answer.
 */
export function rankSensitivity(
  orders: readonly { readonly id: string; readonly factors: Readonly<Record<WorthFactor, number>> }[],
  weights: Readonly<Record<WorthFactor, number>>,
  { draws = 20, spread = 0.1, seed = 1 }: { draws?: number; spread?: number; seed?: number } = {},
): RankSensitivity {
  const random = seededRandom(seed);
  const ranked = rank(orders, weights);
  const changedById = new Map(orders.map((order) => [order.id, 0]));
  let changed = 0;
  for (let draw = 0; draw < draws; draw++) {
    const other = rank(orders, drawWeights(weights, spread, random));
    const moved = ranked.filter((id, index) => other[index] !== id);
    if (moved.length > 0) changed++;
    for (const id of moved) changedById.set(id, (changedById.get(id) ?? 0) + 1);
  }
  return { draws, changed, changedById };
}

function rank(
  orders: readonly { readonly id: string; readonly factors: Readonly<Record<WorthFactor, number>> }[],
  weights: Readonly<Record<WorthFactor, number>>,
): string[] {
  return orders
    .map((order) => ({ id: order.id, score: weightedSum(order.factors, weights) }))
    .sort((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1))
    .map((order) => order.id);
}

function drawWeights(
  weights: Readonly<Record<WorthFactor, number>>,
  spread: number,
  random: () => number,
): Record<WorthFactor, number> {
  const drawn = worthFactorNames.map((name) => weights[name] * (1 + spread * (2 * random() - 1)));
  const sum = drawn.reduce((total, weight) => total + weight, 0);
  const scaled = worthFactorNames.map((name, index) => [name, (drawn[index] ?? 0) / sum] as const);
  return Object.fromEntries(scaled) as Record<WorthFactor, number>;
}

/** Mulberry32: a short generator whose stream is the same on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
