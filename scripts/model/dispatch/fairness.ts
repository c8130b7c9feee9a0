import type { AllocationOrder, AllocationPerson, Assignment } from './allocation.ts';
import { justifiedEnvy } from './envy.ts';
import { type FitFormula, defaultFitFormula, skillScore } from './fit.ts';
import { partialSpearman, spearman } from './rank-correlation.ts';

/** What is measured about an order and never used to decide it. */
export interface ObservedOrder extends AllocationOrder {
  readonly requesterGrade: number;
  /** Gross margin × win probability, in the company currency. */
  readonly expectedMargin: number;
}

/** How fair a plan is. Ratios are 0-1, correlations −1 to 1 and null where one side does not vary. */
export interface Fairness {
  readonly orders: number;
  readonly served: number;
  readonly hours: number;
  readonly cost: number;
  readonly fillRate: number;
  /** Σ worth × service ÷ Σ worth; service is the weighted share of needed skills that the people bring. */
  readonly worthCoverage: number;
  readonly marginCovered: number;
  readonly marginCoverage: number;
  readonly heldEnvy: number;
  readonly idleEnvy: number;
  /** Pairs in which the worthier order is served worse, of all pairs. */
  readonly inversions: number;
  readonly pairs: number;
  readonly worthAlignment: number | null;
  readonly gradeCorrelation: number | null;
  /** Requester grade against service with worth held still: the connection that decides. */
  readonly connectionBias: number | null;
  readonly jain: number;
  readonly weightedJain: number;
  readonly loadGini: number;
  /** Share of served hours ÷ share of worth, by region. */
  readonly unitAccess: Readonly<Record<string, number>>;
}

export function fairnessOf(
  orders: readonly ObservedOrder[],
  people: readonly AllocationPerson[],
  assignments: readonly Assignment[],
  formula: FitFormula = defaultFitFormula,
): Fairness {
  const teams = teamsByOrder(people, assignments);
  const service = orders.map((order) => serviceOf(order, teams.get(order.id) ?? []));
  const worth = orders.map((order) => order.worth);
  const grades = orders.map((order) => order.requesterGrade);
  const envy = justifiedEnvy(orders, people, assignments, formula);
  const hours = orders.map((order) => order.hours * (teams.get(order.id)?.length ?? 0));
  const expected = total(orders.map((order) => order.expectedMargin));
  const marginCovered = total(orders.map((order, index) => order.expectedMargin * (service[index] ?? 0)));
  const served = orders.filter((order) => teams.has(order.id)).length;
  const meanWorth = total(worth) / worth.length;
  return {
    orders: orders.length,
    served,
    hours: total(hours),
    cost: total(orders.map((order) => total((teams.get(order.id) ?? []).map((person) => person.rate * order.hours)))),
    fillRate: served / orders.length,
    worthCoverage: total(worth.map((value, index) => value * (service[index] ?? 0))) / total(worth),
    marginCovered,
    marginCoverage: marginCovered / expected,
    heldEnvy: envy.filter((one) => one.kind === 'held').length,
    idleEnvy: envy.filter((one) => one.kind === 'idle').length,
    ...countInversions(worth, service),
    worthAlignment: finite(spearman(worth, service)),
    gradeCorrelation: finite(spearman(grades, service)),
    connectionBias: finite(partialSpearman(grades, service, worth)),
    jain: jainIndex(service),
    weightedJain: jainIndex(service.map((value, index) => value / ((worth[index] ?? 0) / meanWorth))),
    loadGini: gini(loads(people, assignments, orders)),
    unitAccess: accessByRegion(orders, hours),
  };
}

/** 0-1: the skill score of its people, averaged over the headcount it asked for. */
export function serviceOf(order: AllocationOrder, team: readonly AllocationPerson[]): number {
  return total(team.map((person) => skillScore(order, person) / 100)) / order.headcount;
}

/** Jain's index: (Σ y)² ÷ (n Σ y²); 1 when all are served alike, 1/n when one has everything. */
export function jainIndex(values: readonly number[]): number {
  const squares = total(values.map((value) => value ** 2));
  return squares === 0 ? 1 : total(values) ** 2 / (values.length * squares);
}

/** Gini coefficient: 0 when all loads are equal. */
export function gini(values: readonly number[]): number {
  const sum = total(values);
  if (sum === 0) return 0;
  const sorted = [...values].sort((left, right) => left - right);
  const weighted = total(sorted.map((value, index) => (2 * (index + 1) - sorted.length - 1) * value));
  return weighted / (sorted.length * sum);
}

function countInversions(worth: readonly number[], service: readonly number[]): Pick<Fairness, 'inversions' | 'pairs'> {
  let inversions = 0;
  let pairs = 0;
  for (const [first, value] of worth.entries())
    for (let second = first + 1; second < worth.length; second++) {
      pairs++;
      const byWorth = Math.sign(value - (worth[second] ?? 0));
      const byService = Math.sign((service[first] ?? 0) - (service[second] ?? 0));
      if (byWorth * byService < 0) inversions++;
    }
  return { inversions, pairs };
}

function teamsByOrder(
  people: readonly AllocationPerson[],
  assignments: readonly Assignment[],
): Map<string, AllocationPerson[]> {
  const byId = new Map(people.map((person) => [person.id, person]));
  const teams = new Map<string, AllocationPerson[]>();
  for (const { orderId, personId } of assignments) {
    const person = byId.get(personId);
    if (person) teams.set(orderId, [...(teams.get(orderId) ?? []), person]);
  }
  return teams;
}

/** Hours booked before and now ÷ capacity, per person who has any. */
function loads(
  people: readonly AllocationPerson[],
  assignments: readonly Assignment[],
  orders: readonly AllocationOrder[],
): number[] {
  const hoursOf = new Map(orders.map((order) => [order.id, order.hours]));
  return people
    .filter((person) => total(person.capacity) > 0)
    .map((person) => {
      const now = total(
        assignments.filter((one) => one.personId === person.id).map((one) => hoursOf.get(one.orderId) ?? 0),
      );
      return (total(person.capacity) - total(person.freeHours) + now) / total(person.capacity);
    });
}

function accessByRegion(orders: readonly AllocationOrder[], hours: readonly number[]): Record<string, number> {
  const regions = [...new Set(orders.map((order) => order.region))].sort();
  const worth = total(orders.map((order) => order.worth));
  const served = total(hours);
  const share = (region: string, values: readonly number[], sum: number): number =>
    total(values.filter((_value, index) => orders[index]?.region === region)) / sum;
  return Object.fromEntries(
    regions.map((region) => {
      const worthShare = share(
        region,
        orders.map((order) => order.worth),
        worth,
      );
      return [region, served === 0 ? 0 : share(region, hours, served) / worthShare];
    }),
  );
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
