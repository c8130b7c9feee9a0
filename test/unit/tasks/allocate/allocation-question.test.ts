import { describe, expect, it } from 'vitest';
import { buildQuestion, runKey } from '../../../../scripts/tasks/allocate/allocation-question.ts';
import type {
  AllocationState,
  BookingFacts,
  OrderFacts,
  PersonFacts,
} from '../../../../scripts/tasks/allocate/allocation-state.ts';

const order = (id: string, fields: Partial<OrderFacts> = {}): OrderFacts => ({
  id,
  name: id,
  deal: 'Deal',
  status: 'Validated',
  hours: 16,
  headcount: 1,
  firstWeek: '2026-03-02',
  lastWeek: '2026-03-09',
  region: 'East',
  needs: [{ skill: 'PWR', level: 2, weight: 1, mandatory: true }],
  submittedAt: '2026-03-01T04:00:00.000Z',
  requesterGrade: 3,
  isEmergency: false,
  isOverridden: false,
  worth: {
    score: 60,
    scoredAt: '2026-03-01T05:00:00.000+0000',
    grossMargin: 1_000_000,
    probability: 0.5,
    calibration: 1,
    tier: 'Key',
    deadline: null,
    readiness: 50,
    showcase: 0,
    missing: [],
    starredGrade: null,
  },
  row: { Id: id },
  ...fields,
});

const person = (id: string, fields: Partial<PersonFacts> = {}): PersonFacts => ({
  id,
  name: id,
  region: 'East',
  weeklyHours: 40,
  loadCap: null,
  rate: 300,
  skills: { PWR: 3 },
  absences: [],
  ...fields,
});

const booking = (orderId: string, fields: Partial<BookingFacts> = {}): BookingFacts => ({
  id: `${orderId}-booking`,
  orderId,
  personId: 'Chen',
  monday: '2026-03-02',
  hours: 16,
  status: 'Proposed',
  isLocked: false,
  isDeclined: false,
  ...fields,
});

const state = (fields: Partial<AllocationState> = {}): AllocationState => ({
  today: '2026-03-04',
  timeZone: 'Asia/Shanghai',
  language: 'zh',
  submitted: [],
  open: [order('first'), order('second')],
  people: [person('Chen')],
  weeks: [],
  holidays: [],
  bookings: [],
  candidates: [],
  nominations: 0,
  ...fields,
});

const week = (monday: string, capacity: number, booked = 0, counted: number | null = capacity) => ({
  ...{ id: monday, personId: 'Chen', monday },
  ...{ capacity, counted, booked },
});

describe('the question of an allocation', () => {
  it('counts the weeks that nobody has made yet', () => {
    const question = buildQuestion(state({ weeks: [week('2026-03-02', 40, 8)] }));
    expect(question.people[0]).toMatchObject({ capacity: [40, 40], freeHours: [32, 40] });
    expect(question.weeks).toEqual([{ personId: 'Chen', monday: '2026-03-09', capacity: 40, counted: 40 }]);
  });

  it('lowers a week for an absence entered later, never below what is booked', () => {
    const absences = [{ from: '2026-03-02', to: '2026-03-13' }];
    const weeks = [week('2026-03-02', 40, 8), week('2026-03-09', 40)];
    const question = buildQuestion(state({ weeks, people: [person('Chen', { absences })] }));
    expect(question.weeks.map(({ capacity }) => capacity)).toEqual([8, 0]);
    expect(question.people[0]?.freeHours).toEqual([0, 0]);
  });

  it('raises a week again when an absence is taken back', () => {
    const question = buildQuestion(state({ weeks: [week('2026-03-02', 24, 8), week('2026-03-09', 40)] }));
    expect(question.weeks).toEqual([{ personId: 'Chen', monday: '2026-03-02', capacity: 40, counted: 40 }]);
    expect(question.people[0]).toMatchObject({ capacity: [40, 40], freeHours: [32, 40] });
  });

  it('keeps a capacity that a person has set lower, also of a week that nobody counted, unless the calendar leaves less', () => {
    const weeks = [week('2026-03-02', 24, 8, 40), week('2026-03-09', 16, 0, null)];
    const question = buildQuestion(state({ weeks }));
    expect(question.people[0]).toMatchObject({ capacity: [24, 16], freeHours: [16, 16] });
    expect(question.weeks).toEqual([{ personId: 'Chen', monday: '2026-03-09', capacity: 16, counted: 40 }]);
    const absences = [{ from: '2026-03-02', to: '2026-03-05' }];
    const away = buildQuestion(state({ weeks, people: [person('Chen', { absences })] }));
    expect(away.people[0]?.capacity).toEqual([8, 16]);
  });

  it('plans an order in none of the weeks when its window begins beyond them', () => {
    const open = [order('first', { firstWeek: '2028-03-06', lastWeek: '2028-03-13' })];
    expect(buildQuestion(state({ open })).orders).toMatchObject([{ firstWeek: 52, lastWeek: 52 }]);
  });

  it('leaves locked and overridden orders out and their hours taken', () => {
    const open = [order('first'), order('second', { isOverridden: true }), order('third')];
    const bookings = [booking('first', { isLocked: true }), booking('second'), booking('third')];
    const question = buildQuestion(state({ open, bookings }));
    expect(question.orders.map(({ id }) => id)).toEqual(['third']);
    expect(question.people[0]?.freeHours).toEqual([8, 40]);
  });

  it('bars who declined, and leaves out who has no rate by name', () => {
    const bookings = [booking('first', { isDeclined: true, status: 'Cancelled' })];
    const people = [person('Chen'), person('Wang', { rate: null })];
    const question = buildQuestion(state({ bookings, people }));
    expect(question.orders.map(({ barred }) => barred)).toEqual([['Chen'], []]);
    expect(question.unavailable).toEqual(['Wang has no hourly rate and cannot be planned. Ask finance for the rate.']);
    expect(question.people).toHaveLength(1);
  });

  it('plans no more than the load cap leaves of the capacity', () => {
    const weeks = [week('2026-03-02', 40, 20), week('2026-03-09', 40)];
    const people = [person('Chen', { loadCap: 0.5 })];
    expect(buildQuestion(state({ weeks, people })).people[0]?.hoursLimit).toBe(20);
  });

  it('leaves out an order whose window is over, and begins one under way with this week', () => {
    const open = [
      order('late', { firstWeek: '2026-02-16', lastWeek: '2026-02-23' }),
      order('under way', { firstWeek: '2026-02-23', lastWeek: '2026-03-02' }),
    ];
    const question = buildQuestion(state({ open }));
    expect(question.unplannable.map(({ order: { name } }) => name)).toEqual(['late']);
    expect(question.orders).toMatchObject([{ id: 'under way', firstWeek: 0, lastWeek: 0 }]);
  });
});

it('caps the worth of an order whose deal has a starred grade at the floor, whatever else speaks for it', () => {
  const unscored = { ...order('any').worth, score: null, scoredAt: null, grossMargin: 10_000_000, probability: 1 };
  const worthAt = (starredGrade: number | null) =>
    buildQuestion(state({ open: [order('one', { worth: { ...unscored, starredGrade } })] })).orders[0]?.worth;
  expect([worthAt(1), worthAt(0)]).toEqual([50, 50]);
  expect(worthAt(2)).toBeGreaterThan(50);
  expect(worthAt(null)).toBe(worthAt(2));
});

describe('a row that no run can plan', () => {
  const unknown = { score: null, scoredAt: null, missing: ['gross margin in company currency'] };
  it.each([
    ['no hours', { hours: 0 }, /no hours/],
    ['hours that are missing', { hours: null as unknown as number }, /no hours/],
    ['half a person', { headcount: 0.5 }, /headcount/],
    ['a window that ends before it begins', { lastWeek: '2026-02-23' }, /window has no beginning/],
    ['no window', { firstWeek: null as unknown as string }, /window has no beginning/],
    ['a skill without a level', { needs: [{ skill: 'PWR', level: 0, weight: 1, mandatory: true }] }, /level or weight/],
    [
      'no margin in the company currency',
      { worth: { ...order('any').worth, ...unknown } },
      /no gross margin in company/,
    ],
  ])('is put aside with its reason, and the others are asked: %s', (_case, fields, words) => {
    const question = buildQuestion(state({ open: [order('bad', fields), order('good')] }));
    expect(question.orders.map(({ id }) => id)).toEqual(['good']);
    expect(question.unplannable).toMatchObject([
      { order: { id: 'bad' }, reason: { en: expect.stringMatching(words) as string } },
    ]);
    expect(question.unplannable[0]?.reason.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  it('leaves out people whose rate or hours are no figure, and says who', () => {
    const people = [person('Chen', { rate: -1 }), person('Wang', { weeklyHours: Number.NaN }), person('Li')];
    const question = buildQuestion(state({ people }));
    expect(question.people.map(({ id }) => id)).toEqual(['Li']);
    expect(question.unavailable).toHaveLength(2);
  });
});

describe('the key of a run', () => {
  const keyOf = (of: AllocationState) => runKey(buildQuestion(of), 'worth', ['1']);

  it('is the same whatever the order of rows, the status of orders and the grade of who asks', () => {
    const same = state({
      open: [order('second', { requesterGrade: 9, status: 'Proposed' }), order('first', { status: 'Deferred' })],
      bookings: [booking('first')],
    });
    expect(keyOf(same)).toBe(keyOf(state()));
  });

  it('is another one when anything changes that decides', () => {
    const others = [
      state({ open: [order('first'), order('second', { hours: 17 })] }),
      state({ people: [person('Chen', { rate: 301 })] }),
      state({ people: [person('Chen', { skills: { PWR: 4 } })] }),
      state({ weeks: [week('2026-03-02', 40, 10)] }),
      state({ bookings: [booking('first', { isDeclined: true })] }),
    ];
    const keys = [state(), ...others].map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
