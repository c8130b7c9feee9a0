import { type AllocationOrder, type AllocationPerson, freeInWindow } from './allocation.ts';

export interface FitFormula {
  readonly version: string;
  /** Weights of the parts; they sum to 1. */
  readonly weights: {
    readonly skill: number;
    readonly availability: number;
    readonly locality: number;
    readonly cost: number;
  };
  readonly locality: { readonly same: number; readonly headquarters: number; readonly other: number };
  /** The region whose people serve all regions. */
  readonly headquarters: string;
  /** A weighted skill score below this makes a person ineligible, 0-100. */
  readonly leastSkill: number;
}

export const defaultFitFormula: FitFormula = {
  version: '2026.1',
  weights: { skill: 0.55, availability: 0.2, locality: 0.05, cost: 0.2 },
  locality: { same: 100, headquarters: 60, other: 30 },
  headquarters: 'HQ',
  leastSkill: 60,
};

/** All parts and the sum 0-100. Requester grade and nomination are no part of it, whatever the weights. */
export interface Fit {
  readonly skill: number;
  readonly availability: number;
  readonly locality: number;
  readonly cost: number;
  readonly total: number;
  /** Why the person cannot serve the order; absent when eligible. */
  readonly ineligible?: Ineligible;
}

export type Ineligible =
  | { readonly reason: 'mandatory-skill'; readonly skill: string; readonly needed: number; readonly held: number }
  | { readonly reason: 'skill-score'; readonly needed: number; readonly held: number }
  | { readonly reason: 'free-hours'; readonly needed: number; readonly held: number }
  | { readonly reason: 'barred' };

export interface RateRange {
  readonly lowest: number;
  readonly highest: number;
}

/** Lowest and highest rate of the pool: the scale of the cost part. */
export function rateRange(people: readonly AllocationPerson[]): RateRange {
  const rates = people.map((person) => person.rate);
  return { lowest: Math.min(...rates), highest: Math.max(...rates) };
}

/** How well a person fits an order; the breakdown is given for the ineligible too, so that they can be told. */
export function fitOf(
  order: AllocationOrder,
  person: AllocationPerson,
  rates: RateRange,
  formula: FitFormula = defaultFitFormula,
): Fit {
  const skill = skillScore(order, person);
  const free = freeInWindow(person, order);
  const availability = 100 * Math.min(1, free / order.hours);
  const locality = localityScore(order.region, person.region, formula);
  const spread = rates.highest - rates.lowest;
  const cost = spread > 0 ? (100 * (rates.highest - person.rate)) / spread : 100;
  const { weights } = formula;
  const total =
    weights.skill * skill + weights.availability * availability + weights.locality * locality + weights.cost * cost;
  const ineligible = whyIneligible(order, person, { skill, free, leastSkill: formula.leastSkill });
  return { skill, availability, locality, cost, total, ...(ineligible ? { ineligible } : {}) };
}

/** Σ weight × min(1, level ÷ needed level), 0-100: a skill below its level counts in proportion. */
export function skillScore(order: Pick<AllocationOrder, 'needs'>, person: Pick<AllocationPerson, 'skills'>): number {
  const sum = order.needs.reduce(
    (score, need) => score + need.weight * Math.min(1, (person.skills[need.skill] ?? 0) / need.level),
    0,
  );
  return Math.round(sum * 1e8) / 1e6;
}

function localityScore(order: string, person: string, { locality, headquarters }: FitFormula): number {
  if (order === person) return locality.same;
  return order === headquarters || person === headquarters ? locality.headquarters : locality.other;
}

function whyIneligible(
  order: AllocationOrder,
  person: AllocationPerson,
  { skill, free, leastSkill }: { skill: number; free: number; leastSkill: number },
): Ineligible | undefined {
  if (order.barred?.includes(person.id)) return { reason: 'barred' };
  const missing = order.needs.find((need) => need.mandatory && (person.skills[need.skill] ?? 0) < need.level);
  if (missing) {
    const { skill: name, level } = missing;
    return { reason: 'mandatory-skill', skill: name, needed: level, held: person.skills[name] ?? 0 };
  }
  if (skill < leastSkill) return { reason: 'skill-score', needed: leastSkill, held: skill };
  if (free < order.hours) return { reason: 'free-hours', needed: order.hours, held: free };
  return undefined;
}
