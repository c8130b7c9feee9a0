/** Each factor's score 0-100 and its weight, as they were stored with the order's worth. */
export type WorthParts = Readonly<Record<string, { readonly score: number; readonly weight: number }>>;

/** In this order the weights are drawn. */
const factors = ['value', 'probability', 'tier', 'urgency', 'readiness', 'showcase'];
const DRAWS = 20;
const SPREAD = 0.1;

interface Ranked {
  readonly id: string;
  readonly parts: WorthParts;
}

/**
 * In how many of 20 draws of the weights, each within ± 10 %, an order's rank differs; by id. Drawn from a seed, so that
 * the same queue gets the same answer.
 */
export function rankChanges(orders: readonly Ranked[], weights: Readonly<Record<string, number>>): Map<string, number> {
  const random = seededRandom(1);
  const ranked = rank(orders, weights);
  const changes = new Map(orders.map((order) => [order.id, 0]));
  for (let draw = 0; draw < DRAWS; draw++) {
    const other = rank(orders, drawn(weights, random));
    ranked.forEach((id, index) => {
      if (other[index] !== id) changes.set(id, (changes.get(id) ?? 0) + 1);
    });
  }
  return changes;
}

function rank(orders: readonly Ranked[], weights: Readonly<Record<string, number>>): string[] {
  const score = (parts: WorthParts) =>
    factors.reduce((sum, name) => sum + (weights[name] ?? 0) * (parts[name]?.score ?? 0), 0);
  return orders
    .map(({ id, parts }) => ({ id, score: score(parts) }))
    .sort((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1))
    .map(({ id }) => id);
}

function drawn(weights: Readonly<Record<string, number>>, random: () => number): Record<string, number> {
  const values = factors.map((name) => (weights[name] ?? 0) * (1 + SPREAD * (2 * random() - 1)));
  const sum = values.reduce((total, weight) => total + weight, 0);
  return Object.fromEntries(factors.map((name, index) => [name, (values[index] ?? 0) / sum]));
}

/** Mulberry32. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
