import type { Holiday } from '../../dispatch/capacity.ts';

/** A day of the calendar with its name. */
export interface DemoHoliday extends Holiday {
  readonly name: string;
}

const off: readonly (readonly [name: string, from: string, days: number])[] = [
  ['元旦 New Year', '2026-01-01', 3],
  ['春节 Spring Festival', '2026-02-15', 9],
  ['清明节 Tomb-sweeping Day', '2026-04-04', 3],
  ['劳动节 Labour Day', '2026-05-01', 5],
  ['端午节 Dragon Boat Festival', '2026-06-19', 3],
  ['中秋节 Mid-Autumn Festival', '2026-09-25', 3],
  ['国庆节 National Day', '2026-10-01', 7],
  // The statutory days alone: which days are exchanged is announced a few weeks before the year.
  ['元旦 New Year', '2027-01-01', 1],
  ['春节 Spring Festival', '2027-02-05', 4],
  ['清明节 Tomb-sweeping Day', '2027-04-05', 1],
  ['劳动节 Labour Day', '2027-05-01', 2],
  ['端午节 Dragon Boat Festival', '2027-06-09', 1],
  ['中秋节 Mid-Autumn Festival', '2027-09-15', 1],
  ['国庆节 National Day', '2027-10-01', 3],
];
const worked = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];

/** Days off of two years and the weekends that are worked in exchange, everywhere in the country. */
export function demoHolidays(): DemoHoliday[] {
  const days = off.flatMap(([name, from, length]) =>
    Array.from({ length }, (_none, day) => {
      const date = new Date(Date.parse(`${from}T00:00:00Z`) + day * 86_400_000).toISOString().slice(0, 10);
      return { name, date, worked: false };
    }),
  );
  return [...days, ...worked.map((date) => ({ name: '调休上班 Worked in exchange', date, worked: true }))];
}
