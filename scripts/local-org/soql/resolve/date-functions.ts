import type { CallNode } from '../parse/query-tree.ts';
import type { RunContext } from '../run-context.ts';
import type { Resolved } from './expression.ts';
import { fiscalStartMonth } from './fiscal-year.ts';
import type { Resolution } from './resolution.ts';
import { bind, raw, sql, type Sql } from './sql.ts';

const year = (x: Sql) => sql`CAST(substr(${x}, 1, 4) AS INTEGER)`;
const month = (x: Sql) => sql`CAST(substr(${x}, 6, 2) AS INTEGER)`;
const day = (x: Sql) => sql`CAST(substr(${x}, 9, 2) AS INTEGER)`;
const dayOfYear = (x: Sql) => sql`CAST(strftime('%j', substr(${x}, 1, 10)) AS INTEGER)`;
/** Numbers are bound as doubles, and a double would make the divisions below one too. */
const startMonth = () => sql`CAST(${bind((context: RunContext) => fiscalStartMonth(context))} AS INTEGER)`;
/** 1 in the first month of the fiscal year. */
const fiscalMonth = (x: Sql) => sql`((${month(x)} - ${startMonth()} + 12) % 12 + 1)`;
/** Named after the calendar year in which the fiscal year ends. */
const fiscalYear = (x: Sql) => sql`(${year(x)} + (${month(x)} >= ${startMonth()} AND ${startMonth()} > 1))`;

/** On a dateTime they count in UTC, as the platform does; convertTimezone() around the field moves it to the user's zone. */
const FUNCTIONS: Readonly<Record<string, (x: Sql) => Sql>> = {
  calendar_year: year,
  calendar_quarter: (x) => sql`((${month(x)} + 2) / 3)`,
  calendar_month: month,
  fiscal_year: fiscalYear,
  fiscal_quarter: (x) => sql`((${fiscalMonth(x)} + 2) / 3)`,
  fiscal_month: fiscalMonth,
  day_in_month: day,
  day_in_week: (x) => sql`(CAST(strftime('%w', substr(${x}, 1, 10)) AS INTEGER) + 1)`,
  day_in_year: dayOfYear,
  week_in_month: (x) => sql`((${day(x)} + 6) / 7)`,
  week_in_year: (x) => sql`((${dayOfYear(x)} + 6) / 7)`,
  hour_in_day: (x) => sql`CAST(substr(${x}, 12, 2) AS INTEGER)`,
  day_only: (x) => sql`substr(${x}, 1, 10)`,
};
const ONLY_DATETIME = new Set(['hour_in_day', 'day_only']);

export const isDateFunction = (name: string): boolean => name === 'converttimezone' || name in FUNCTIONS;

export function dateCall(resolution: Resolution, call: CallNode, argument: (index: number) => Resolved): Resolved {
  const name = call.name.toLowerCase();
  const of = argument(0);
  const fits = of.type === 'datetime' || (of.type === 'date' && !ONLY_DATETIME.has(name) && name !== 'converttimezone');
  if (!fits || of.aggregate) {
    throw resolution.error(
      'MALFORMED_QUERY',
      call.at,
      `field ${of.field?.name ?? of.name} does not support date function ${call.name}`,
    );
  }
  const what = { name: 'expr', aggregate: false, onlyGrouped: `${call.name}(${of.name})` };
  if (name === 'converttimezone') {
    const zone = bind((context: RunContext) => context.timeZone);
    return { ...what, sql: sql`${raw('in_zone')}(${of.sql}, ${zone})`, type: 'datetime' };
  }
  const apply = FUNCTIONS[name];
  if (!apply) throw new TypeError(`Expected a date function, got ${call.name}`);
  return { ...what, sql: apply(of.sql), type: name === 'day_only' ? 'date' : 'int' };
}
