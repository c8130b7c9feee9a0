import { describe, expect, it } from 'vitest';
import {
  mondayOf,
  mondaysBetween,
  weekCapacity,
  type Absence,
  type Holiday,
} from '../../../../scripts/model/dispatch/capacity.ts';

const person = (...absences: Absence[]) => ({ region: 'East', weeklyHours: 40, absences });
const off = (date: string, region?: string): Holiday => ({ date, region, worked: false });

describe('the capacity of a week', () => {
  it('is the weekly hours of an ordinary week', () => {
    expect(weekCapacity('2026-03-02', person(), [])).toBe(40);
  });

  it('loses the public holidays of the region and of everywhere, once', () => {
    const holidays = [off('2026-03-02'), off('2026-03-02', 'East'), off('2026-03-03', 'North'), off('2026-03-07')];
    expect(weekCapacity('2026-03-02', person(), holidays)).toBe(32);
  });

  it('follows the day of the own region where it differs from everywhere', () => {
    const holidays = [off('2026-03-02'), { date: '2026-03-02', region: 'East', worked: true }];
    expect(weekCapacity('2026-03-02', person(), holidays)).toBe(40);
  });

  it('wins a worked weekend back, and never more than the weekly hours', () => {
    const worked = { date: '2026-03-07', worked: true };
    expect(weekCapacity('2026-03-02', person(), [off('2026-03-02'), off('2026-03-03'), worked])).toBe(32);
    expect(weekCapacity('2026-03-02', person(), [worked])).toBe(40);
  });

  it('loses the working days of a leave, and a day only once however often it is absent', () => {
    const leave = { from: '2026-02-20', to: '2026-03-03' };
    expect(weekCapacity('2026-03-02', person(leave, { from: '2026-03-03', to: '2026-03-04' }), [])).toBe(16);
    expect(weekCapacity('2026-03-09', person(leave), [])).toBe(40);
  });

  it('loses the hours per week of a training in each week it touches, and stays at zero', () => {
    const training = { from: '2026-03-06', to: '2026-03-09', hoursPerWeek: 12.5 };
    expect(weekCapacity('2026-03-02', person(training), [])).toBe(27.5);
    expect(weekCapacity('2026-03-09', person(training), [])).toBe(27.5);
    expect(weekCapacity('2026-03-09', person({ ...training, hoursPerWeek: 60 }), [])).toBe(0);
  });
});

it('finds the Mondays of any span', () => {
  expect([mondayOf('2026-03-01'), mondayOf('2026-03-02'), mondayOf('2026-03-08')]).toEqual([
    '2026-02-23',
    '2026-03-02',
    '2026-03-02',
  ]);
  expect(mondaysBetween('2026-12-21', '2027-01-04')).toEqual(['2026-12-21', '2026-12-28', '2027-01-04']);
  expect(mondaysBetween('2026-12-21', '2026-12-20')).toEqual([]);
});
