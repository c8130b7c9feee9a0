import { DateTime, type DurationLike } from 'luxon';
import type { LiteralNode } from '../parse/query-tree.ts';
import type { RunContext } from '../run-context.ts';
import { fiscalYearStart } from './fiscal-year.ts';
import { firstWeekday } from './week.ts';

/** Half-open: from the first day's midnight up to the midnight after the last day, in the user's zone. */
export interface DayRange {
  readonly start: DateTime;
  readonly end: DateTime;
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'fiscal_quarter' | 'fiscal_year';
type Range = (now: DateTime, n: number, context: RunContext) => DayRange;

const LENGTH: Readonly<Record<Unit, DurationLike>> = {
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { years: 1 },
  fiscal_quarter: { months: 3 },
  fiscal_year: { years: 1 },
};

function startOf(unit: Unit, at: DateTime, context: RunContext): DateTime {
  const day = at.startOf('day');
  if (unit === 'week') return day.minus({ days: (day.weekday - firstWeekday(context.locale) + 7) % 7 });
  if (unit === 'fiscal_year') return fiscalYearStart(day, context);
  if (unit !== 'fiscal_quarter') return day.startOf(unit);
  const months = day.diff(fiscalYearStart(day, context), 'months').months;
  return fiscalYearStart(day, context).plus({ months: Math.floor(months / 3) * 3 });
}

function shifted(at: DateTime, unit: Unit, count: number): DateTime {
  const { days = 0, weeks = 0, months = 0, years = 0 } = LENGTH[unit] as Record<string, number>;
  return at.plus({ days: days * count, weeks: weeks * count, months: months * count, years: years * count });
}

/** Units counted from the current one: `from` inclusive, `to` exclusive. */
function units(unit: Unit, from: (n: number) => number, to: (n: number) => number): Range {
  return (now, n, context) => {
    const current = startOf(unit, now, context);
    return { start: shifted(current, unit, from(n)), end: shifted(current, unit, to(n)) };
  };
}

const RANGES = new Map<string, Range>([
  [
    'YESTERDAY',
    units(
      'day',
      () => -1,
      () => 0,
    ),
  ],
  [
    'TODAY',
    units(
      'day',
      () => 0,
      () => 1,
    ),
  ],
  [
    'TOMORROW',
    units(
      'day',
      () => 1,
      () => 2,
    ),
  ],
  [
    'LAST_90_DAYS',
    units(
      'day',
      () => -90,
      () => 1,
    ),
  ],
  [
    'NEXT_90_DAYS',
    units(
      'day',
      () => 1,
      () => 91,
    ),
  ],
  // The last n days reach up to and include today; the next n days begin tomorrow.
  [
    'LAST_N_DAYS',
    units(
      'day',
      (n) => -n,
      () => 1,
    ),
  ],
  [
    'NEXT_N_DAYS',
    units(
      'day',
      () => 1,
      (n) => n + 1,
    ),
  ],
  [
    'N_DAYS_AGO',
    units(
      'day',
      (n) => -n,
      (n) => 1 - n,
    ),
  ],
]);
for (const unit of ['week', 'month', 'quarter', 'year', 'fiscal_quarter', 'fiscal_year'] as const) {
  const word = unit.toUpperCase();
  RANGES.set(
    `THIS_${word}`,
    units(
      unit,
      () => 0,
      () => 1,
    ),
  );
  RANGES.set(
    `LAST_${word}`,
    units(
      unit,
      () => -1,
      () => 0,
    ),
  );
  RANGES.set(
    `NEXT_${word}`,
    units(
      unit,
      () => 1,
      () => 2,
    ),
  );
  RANGES.set(
    `LAST_N_${word}S`,
    units(
      unit,
      (n) => -n,
      () => 0,
    ),
  );
  RANGES.set(
    `NEXT_N_${word}S`,
    units(
      unit,
      () => 1,
      (n) => n + 1,
    ),
  );
  RANGES.set(
    `N_${word}S_AGO`,
    units(
      unit,
      (n) => -n,
      (n) => 1 - n,
    ),
  );
}

export function dateRange(literal: LiteralNode): ((context: RunContext) => DayRange) | undefined {
  const range = RANGES.get(literal.text);
  if (!range || literal.text.includes('N_') !== (literal.count !== undefined)) return undefined;
  return (context) => range(DateTime.fromMillis(context.now, { zone: context.timeZone }), literal.count ?? 0, context);
}
