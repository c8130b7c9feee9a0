/** May a person serve an order, and how well: what a dispatcher sees before proposing by hand. */

export interface Need {
  readonly skill: string;
  readonly level: number;
  /** The weights of an order sum to 1. */
  readonly weight: number;
  readonly mandatory: boolean;
}

export interface OrderFacts {
  /** Hours of each person. */
  readonly hours: number;
  readonly region: string;
  readonly needs: readonly Need[];
}

export interface PersonFacts {
  readonly region: string;
  readonly levels: Readonly<Record<string, number>>;
  /** Hours free in the window of the order. */
  readonly freeHours: number;
  readonly hasDeclined: boolean;
}

export type Obstacle =
  | { readonly kind: 'declined' }
  | { readonly kind: 'mandatory'; readonly skill: string; readonly held: number; readonly needed: number }
  | { readonly kind: 'skill'; readonly held: number; readonly needed: number }
  | { readonly kind: 'hours'; readonly held: number; readonly needed: number };

export interface Judgement {
  /** All scores 0-100. */
  readonly skill: number;
  readonly availability: number;
  readonly locality: number;
  /** The fit with the cost part at its worst and at its best: rates are secret. */
  readonly least: number;
  readonly most: number;
  readonly obstacles: readonly Obstacle[];
}

const weights = { skill: 0.55, availability: 0.2, locality: 0.05, cost: 0.2 };
const LEAST_SKILL = 60;
const HEADQUARTERS = 'HQ';

export function judge(order: OrderFacts, person: PersonFacts): Judgement {
  const skill = skillScore(order.needs, person.levels);
  const availability = 100 * Math.min(1, person.freeHours / order.hours);
  const locality = localityScore(order.region, person.region);
  const least = weights.skill * skill + weights.availability * availability + weights.locality * locality;
  return {
    skill,
    availability,
    locality,
    least,
    most: least + 100 * weights.cost,
    obstacles: obstaclesOf(order, person, skill),
  };
}

/** A skill below its level counts in proportion. */
function skillScore(needs: readonly Need[], levels: Readonly<Record<string, number>>): number {
  const sum = needs.reduce(
    (score, need) => score + need.weight * Math.min(1, (levels[need.skill] ?? 0) / need.level),
    0,
  );
  return Math.round(sum * 1e8) / 1e6;
}

function localityScore(order: string, person: string): number {
  if (order === person) return 100;
  return order === HEADQUARTERS || person === HEADQUARTERS ? 60 : 30;
}

function obstaclesOf(order: OrderFacts, person: PersonFacts, skill: number): Obstacle[] {
  const missing = order.needs.filter((need) => need.mandatory && (person.levels[need.skill] ?? 0) < need.level);
  return [
    ...(person.hasDeclined ? [{ kind: 'declined' } as const] : []),
    ...missing.map((need): Obstacle => {
      return { kind: 'mandatory', skill: need.skill, held: person.levels[need.skill] ?? 0, needed: need.level };
    }),
    ...(skill < LEAST_SKILL ? [{ kind: 'skill', held: skill, needed: LEAST_SKILL } as const] : []),
    ...(person.freeHours < order.hours
      ? [{ kind: 'hours', held: person.freeHours, needed: order.hours } as const]
      : []),
  ];
}

/** Hours laid into weeks from one on, as early as there is room; the weeks before it take what is left, the latest first. */
export function layHours(hours: number, free: readonly number[], from: number): number[] {
  let left = hours;
  const laid = free.map(() => 0);
  const order = [...free.keys()].sort((a, b) => (a < from ? 1 : 0) - (b < from ? 1 : 0) || (a < from ? b - a : a - b));
  for (const week of order) {
    const here = Math.min(left, Math.max(0, free[week] ?? 0));
    laid[week] = here;
    left = Math.round((left - here) * 100) / 100;
  }
  return laid;
}
