import { FormulaRuntimeError } from '../errors.ts';
import type { Call } from '../build/call.ts';
import { DAY, dayInZone, dayOf, inCalendar, parseDate, parseDateTime } from '../value/date.ts';
import { dayOfYear } from '../value/iso-week.ts';
import { toInteger, type Numeric } from '../value/decimal.ts';
import { strict, type FunctionDefinition } from './definition.ts';

const TODAY: FunctionDefinition = {
  name: 'TODAY',
  build(call) {
    call.requireCount(0);
    call.around.markVolatile();
    return { type: 'Date', run: (environment) => dayInZone(environment.now, environment.timeZone) };
  },
};

const NOW: FunctionDefinition = {
  name: 'NOW',
  build(call) {
    call.requireCount(0);
    call.around.markVolatile();
    // Date/times are kept to the second.
    return { type: 'DateTime', run: (environment) => Math.floor(environment.now / 1000) * 1000 };
  },
};

function date(year: Numeric, month: Numeric, day: Numeric): number {
  const y = toInteger(year);
  if (y < 1 || y > 9999) throw new FormulaRuntimeError('Year out of range in DATE() function');
  const found = dayOf(y, toInteger(month), toInteger(day));
  if (found === undefined) throw new FormulaRuntimeError('Month or Day out of range in DATE() function');
  return found;
}

/** From text, or the day of a date/time where the user is; a date stays itself. */
const DATEVALUE: FunctionDefinition = {
  name: 'DATEVALUE',
  build(call) {
    call.requireCount(1);
    const { type, run } = call.oneOf(0, ['Text', 'DateTime', 'Date', 'Null']);
    if (type === 'DateTime') {
      call.around.markVolatile();
      return {
        type: 'Date',
        run: (environment) => perhaps(run(environment), (at) => dayInZone(at as number, environment.timeZone)),
      };
    }
    if (type !== 'Text') return { type: 'Date', run };
    return { type: 'Date', run: (environment) => perhaps(run(environment), (from) => parseDate(from as string)) };
  },
};

const DATETIMEVALUE: FunctionDefinition = {
  name: 'DATETIMEVALUE',
  build(call) {
    call.requireCount(1);
    const { type, run } = call.oneOf(0, ['Text', 'DateTime', 'Date']);
    if (type === 'DateTime') return { type, run };
    const convert =
      type === 'Date' ? (day: unknown) => (day as number) * DAY : (from: unknown) => parseDateTime(from as string);
    return { type: 'DateTime', run: (environment) => perhaps(run(environment), convert) };
  },
};

function perhaps<T, R>(value: T | null, map: (value: T) => R): R | null {
  return value === null ? null : map(value);
}

const part = (name: string, read: (at: Date) => number): FunctionDefinition =>
  strict({ name, params: ['Date'], result: 'Number' }, (day: number) => read(new Date(day * DAY)));

/** The end of a month stays the end of the month; else the day, or the last day of a shorter month. */
export function addMonths(at: number, months: number): number {
  const from = new Date(at);
  const monthEnd = isMonthEnd(from);
  const to = new Date(at);
  to.setUTCDate(1);
  to.setUTCMonth(to.getUTCMonth() + months);
  inCalendar(to.getTime());
  const last = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(monthEnd ? last : Math.min(from.getUTCDate(), last));
  return to.getTime();
}

const isMonthEnd = (at: Date): boolean => new Date(at.getTime() + DAY).getUTCDate() === 1;

const ADDMONTHS: FunctionDefinition = {
  name: 'ADDMONTHS',
  build(call: Call) {
    call.requireCount(2);
    const { type, run } = call.oneOf(0, ['Date', 'DateTime']);
    const months = call.oneOf(1, ['Number']).run;
    const unit = type === 'Date' ? DAY : 1;
    return {
      type,
      run: (environment) => {
        const [at, by] = [run(environment) as number | null, months(environment) as Numeric | null];
        return at === null || by === null ? null : addMonths(at * unit, toInteger(by)) / unit;
      },
    };
  },
};

export const DATE: readonly FunctionDefinition[] = [
  TODAY,
  NOW,
  strict({ name: 'DATE', params: ['Number', 'Number', 'Number'], result: 'Date' }, date),
  DATEVALUE,
  DATETIMEVALUE,
  part('YEAR', (at) => at.getUTCFullYear()),
  part('MONTH', (at) => at.getUTCMonth() + 1),
  part('DAY', (at) => at.getUTCDate()),
  part('WEEKDAY', (at) => at.getUTCDay() + 1),
  strict({ name: 'DAYOFYEAR', params: ['Date'], result: 'Number' }, dayOfYear),
  ADDMONTHS,
];
