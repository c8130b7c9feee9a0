import { describe, expect, it } from 'vitest';
import { clockOf } from '../../../../scripts/model/dispatch/escalation.ts';
import { workingHoursBetween, workingInstantAfter } from '../../../../scripts/model/dispatch/working-hours.ts';

const holidays = [
  { date: '2026-10-01', worked: false },
  { date: '2026-10-02', worked: false },
  { date: '2026-10-10', worked: true },
  { date: '2026-11-05', region: 'North', worked: false },
];
const calendar = { zone: 'Asia/Shanghai', holidays, region: 'HQ' };
const at = (local: string) => Date.parse(`${local}:00+08:00`);
const shown = (instant: number) => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16);

describe('eight working hours', () => {
  it.each([
    ['of a morning end the same evening', '2026-11-23T09:00', '2026-11-23T18:00'],
    ['of an afternoon go on the next day', '2026-11-23T14:30', '2026-11-24T14:30'],
    ['of the noon hour begin at one', '2026-11-23T12:20', '2026-11-24T12:00'],
    ['of a Friday evening end on Monday evening', '2026-11-20T19:00', '2026-11-23T18:00'],
    ['of a night begin at nine', '2026-11-23T02:00', '2026-11-23T18:00'],
    ['leave out the days off', '2026-09-30T17:00', '2026-10-05T17:00'],
    ['count a weekend that is worked', '2026-10-09T14:00', '2026-10-10T14:00'],
    ['know only the days off of the own region', '2026-11-05T09:00', '2026-11-05T18:00'],
  ])('%s', (_words, from, to) => {
    expect(shown(workingInstantAfter(at(from), 8, calendar))).toBe(to);
    expect(workingHoursBetween(at(from), at(to), calendar)).toBeCloseTo(8, 9);
  });

  it('say so when a calendar never works or hours run backwards', () => {
    const never = { zone: 'UTC', holidays: [], spans: [] };
    expect(() => workingInstantAfter(at('2026-11-23T09:00'), 1, never)).toThrow(/got none for a year/);
    expect(() => workingInstantAfter(at('2026-11-23T09:00'), -1, calendar)).toThrow(/0 or more/);
    expect(workingHoursBetween(at('2026-11-24T09:00'), at('2026-11-23T09:00'), calendar)).toBe(0);
  });

  it('follow the clock of a zone that changes it', () => {
    const berlin = { zone: 'Europe/Berlin', holidays: [] };
    const due = workingInstantAfter(Date.parse('2026-03-27T16:00:00Z'), 8, berlin);
    expect(new Date(due).toISOString()).toBe('2026-03-30T15:00:00.000Z');
  });
});

describe('an order without an answer', () => {
  const submittedAt = at('2026-11-23T09:00');
  const dueAt = at('2026-11-23T18:00');

  it.each([
    ['in time', '2026-11-23T17:59', 0],
    ['to the minute', '2026-11-23T18:00', 0],
    ['the next morning', '2026-11-24T09:01', 1],
    ['after two days', '2026-11-25T09:01', 2],
  ])('is escalated %s to level %s', (_words, now, escalation) => {
    expect(clockOf({ submittedAt, escalation: 0 }, at(now), calendar)).toEqual({
      dueAt,
      escalation,
      isRaised: escalation > 0,
    });
  });

  it('is raised once for each level, keeps its level, and begins anew when it is submitted again', () => {
    const now = at('2026-11-24T10:00');
    expect(clockOf({ submittedAt, dueAt, escalation: 1 }, now, calendar).isRaised).toBe(false);
    expect(clockOf({ submittedAt, dueAt, escalation: 2 }, now, calendar).escalation).toBe(2);
    const again = { submittedAt: at('2026-11-24T09:30'), dueAt, escalation: 2 };
    expect(clockOf(again, now, calendar)).toMatchObject({ escalation: 0, isRaised: false });
  });
});
