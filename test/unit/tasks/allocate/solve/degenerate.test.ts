import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import type { AllocationOrder, AllocationPerson } from '../../../../../scripts/model/dispatch/allocation.ts';
import { defaultFitFormula } from '../../../../../scripts/model/dispatch/fit.ts';
import { optimise } from '../../../../../scripts/tasks/allocate/solve/optimise.ts';
import { assignmentsOf, buildProblem } from '../../../../../scripts/tasks/allocate/solve/problem.ts';
import { stages } from '../../../../../scripts/tasks/allocate/solve/stages.ts';

const highs = await loadHighs();

const order = (id: string, change: Partial<AllocationOrder> = {}): AllocationOrder => ({
  id,
  worth: 50,
  hours: 16,
  headcount: 1,
  firstWeek: 0,
  lastWeek: 0,
  region: 'HQ',
  needs: [{ skill: 'GOV', level: 3, weight: 1, mandatory: true }],
  submittedAt: '2026-11-01T00:00:00Z',
  ...change,
});

const person = (id: string, change: Partial<AllocationPerson> = {}): AllocationPerson => ({
  id,
  region: 'HQ',
  rate: 300,
  freeHours: [40, 40],
  capacity: [40, 40],
  skills: { GOV: 4 },
  ...change,
});

function allocate(orders: readonly AllocationOrder[], people: readonly AllocationPerson[]) {
  const problem = buildProblem(orders, people, defaultFitFormula);
  const { plan, proven, value } = optimise(highs, problem, { mode: 'worth', seconds: 20 });
  return { served: assignmentsOf(problem, plan).map((one) => `${one.orderId} ${one.personId}`), proven, value };
}

describe('an allocation without anything to allocate', () => {
  it.each([
    ['no orders', [], [person('P1')]],
    ['no people', [order('O1')], []],
    ['nothing at all', [], []],
    ['no capacity', [order('O1'), order('O2')], [person('P1', { freeHours: [0, 0], capacity: [0, 0] })]],
    ['a skill that nobody has', [order('O1')], [person('P1', { skills: {} })]],
    ['a window beyond the weeks', [order('O1', { firstWeek: 5, lastWeek: 6 })], [person('P1')]],
  ])('serves nobody and is proved with %s', (_case, orders, people) => {
    expect(allocate(orders, people)).toEqual({ served: [], proven: stages, value: 0 });
  });
});

describe('input that is no question', () => {
  it.each([
    ['an order that occurs twice', [order('O1'), order('O1')], [person('P1')], 'O1 twice'],
    ['a person who occurs twice', [order('O1')], [person('P1'), person('P1')], 'P1 twice'],
    ['hours below zero', [order('O1', { hours: -8 })], [person('P1')], 'got -8'],
    ['no hours', [order('O1', { hours: 0 })], [person('P1')], 'got 0'],
    ['hours that are no number', [order('O1', { hours: Number.NaN })], [person('P1')], 'got NaN'],
    ['endless hours', [order('O1', { hours: Infinity })], [person('P1')], 'got Infinity'],
    ['half a head', [order('O1', { headcount: 0.5 })], [person('P1')], 'got 0.5'],
    ['a worth that is no number', [order('O1', { worth: Number.NaN })], [person('P1')], 'got NaN'],
    ['a window that ends before it begins', [order('O1', { firstWeek: 1 })], [person('P1')], 'got 0'],
    ['free hours below zero', [order('O1')], [person('P1', { freeHours: [40, -1] })], 'got -1'],
    ['a rate that is no number', [order('O1')], [person('P1', { rate: Number.NaN })], 'got NaN'],
  ])('is refused with %s', (_case, orders, people, words) => {
    expect(() => buildProblem(orders, people, defaultFitFormula)).toThrow(words);
  });
});

describe('what limits a person', () => {
  it('is the cap on planned hours, however much is free', () => {
    const orders = [order('O1'), order('O2'), order('O3')];
    expect(allocate(orders, [person('P1', { hoursLimit: 32 })]).served).toHaveLength(2);
    expect(allocate(orders, [person('P1', { freeHours: [48, 0] })]).served).toHaveLength(3);
  });

  it('is what locked bookings leave free', () => {
    const orders = [order('O1', { worth: 60 }), order('O2')];
    expect(allocate(orders, [person('P1', { freeHours: [16, 40] })]).served).toEqual(['O1 P1']);
  });

  it('is the room of every span of weeks, not of all weeks together', () => {
    const early = ['O1', 'O2', 'O3'].map((id) => order(id));
    const wide = order('O4', { lastWeek: 1, hours: 48 });
    // 80 hours in two weeks: one early order and the wide one fill the first week together; two leave it too little.
    expect(allocate([...early, wide], [person('P1')]).served).toEqual(expect.arrayContaining(['O4 P1']));
    expect(allocate([...early, wide], [person('P1')]).served).toHaveLength(3);
  });

  it('is that a team is served whole or not at all', () => {
    const team = order('O1', { headcount: 2, worth: 90 });
    expect(allocate([team], [person('P1')]).served).toEqual([]);
    expect(allocate([team], [person('P1'), person('P2')]).served).toEqual(['O1 P1', 'O1 P2']);
  });
});
