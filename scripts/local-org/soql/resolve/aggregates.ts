import type { CallNode } from '../parse/query-tree.ts';
import { caseless } from './comparison.ts';
import { isCompound, isLongText, isNumber, type Resolved } from './expression.ts';
import type { Resolution } from './resolution.ts';
import { raw, sql } from './sql.ts';

const NAMES = new Set(['count', 'count_distinct', 'sum', 'avg', 'min', 'max']);

export const isAggregate = (name: string): boolean => NAMES.has(name.toLowerCase());

export function aggregateCall(resolution: Resolution, call: CallNode, argument: (index: number) => Resolved): Resolved {
  const name = call.name.toLowerCase();
  const what = { name: 'expr', aggregate: true };
  if (call.arguments.length === 0 && name === 'count') return { ...what, sql: raw('count(*)'), type: 'int' };
  const [inner] = call.arguments;
  if (inner?.kind === 'call')
    throw resolution.error(
      'MALFORMED_QUERY',
      call.at,
      `nested functional syntax can only be used in the following manner: date_function(convertTimezone(columnName)): ${call.name}`,
    );
  const of = argument(0);
  check(resolution, call, name, of);
  switch (name) {
    case 'count':
      return { ...what, sql: sql`count(${of.sql})`, type: 'int' };
    case 'count_distinct':
      return { ...what, sql: sql`count(DISTINCT ${caseless(of)})`, type: 'int' };
    case 'avg':
      return { ...what, sql: sql`avg(${of.sql})`, type: 'double' };
    case 'sum':
      return { ...what, sql: sql`sum(${of.sql})`, type: of.type, field: of.field };
    default:
      return { ...what, sql: sql`${raw(name)}(${caseless(of)})`, type: of.type, field: of.field, object: of.object };
  }
}

function check(resolution: Resolution, call: CallNode, name: string, of: Resolved): void {
  const numeric = name === 'sum' || name === 'avg';
  const unfit = numeric
    ? !isNumber(of.type)
    : isLongText(of.field) ||
      isCompound(of.type) ||
      of.type === 'multipicklist' ||
      (name !== 'count' && name !== 'count_distinct' && of.type === 'boolean');
  if (!unfit && !of.aggregate) return;
  throw resolution.error(
    'MALFORMED_QUERY',
    call.at,
    `field ${of.field?.name ?? of.name} does not support aggregate operator ${name.toUpperCase()}`,
  );
}
