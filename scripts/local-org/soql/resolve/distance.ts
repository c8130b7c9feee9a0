import type { CallNode, Condition, Expression, LiteralNode } from '../parse/query-tree.ts';
import { plainText } from '../parse/string-text.ts';
import type { Resolved } from './expression.ts';
import type { Resolution } from './resolution.ts';
import type { SelectScope } from './select-scope.ts';
import { bind, raw, sql, type Sql } from './sql.ts';

const numberOf = ({ text }: LiteralNode): number => Number(text);

const isDistance = (expression: Expression): boolean =>
  expression.kind === 'call' && expression.name.toLowerCase() === 'distance';

/** `DISTANCE(Place__c, GEOLOCATION(31.2, 121.5), 'km')`: the field comes first, the unit is mi or km. */
export function distanceCall(scope: SelectScope, call: CallNode): Resolved {
  const { resolution } = scope;
  const [from, to, unit, ...more] = call.arguments;
  if (from?.kind !== 'path' || to?.kind !== 'call' || unit?.kind !== 'literal' || more.length > 0)
    throw invalid(resolution, call);
  const place = scope.resolve(from);
  const { compound } = place.field ?? {};
  if (!compound) throw resolution.error('INVALID_FIELD', from.at, `field '${place.name}' does not support DISTANCE()`);
  const word = unit.type === 'string' ? plainText(unit, resolution.source).toLowerCase() : '';
  if (word !== 'mi' && word !== 'km')
    throw resolution.error(
      'MALFORMED_QUERY',
      unit.at,
      `Invalid distance unit: ${unit.text}. Valid units are 'mi', 'km'`,
    );
  // The unit is part of the SQL.
  resolution.pin();
  const ends = ['latitude', 'longitude'].map((key) => partOf(scope, from.parts, compound[key] ?? '', from.at));
  const [latitude = raw('NULL'), longitude = raw('NULL')] = ends;
  const [north = raw('NULL'), east = raw('NULL')] = coordinates(resolution, to);
  const value = sql`distance_between(${latitude}, ${longitude}, ${north}, ${east}, ${raw(`'${word}'`)})`;
  return { sql: value, type: 'double', name: 'expr', aggregate: false };
}

function partOf(scope: SelectScope, parts: readonly string[], name: string, at: number): Sql {
  return scope.resolve({ kind: 'path', parts: [...parts.slice(0, -1), name], at }).sql;
}

function coordinates(resolution: Resolution, call: CallNode): Sql[] {
  const numbers = call.arguments.filter(
    (each): each is LiteralNode => each.kind === 'literal' && each.type === 'number',
  );
  if (call.name.toLowerCase() !== 'geolocation' || numbers.length !== 2 || call.arguments.length !== 2)
    throw invalid(resolution, call);
  return numbers.map((literal, index) => {
    const number = numberOf(literal);
    if (Math.abs(number) > (index === 0 ? 90 : 180))
      throw resolution.error(
        'MALFORMED_QUERY',
        literal.at,
        `${index === 0 ? 'Latitude' : 'Longitude'} out of range: ${number}`,
      );
    return bind(resolution.valueOf(literal, numberOf));
  });
}

/** A distance is compared by < and > alone. */
export function checkDistance(resolution: Resolution, condition: Extract<Condition, { kind: 'compare' }>): void {
  const { left, operator, values } = condition;
  if (!isDistance(left) || ((operator === '<' || operator === '>') && values[0]?.type === 'number')) return;
  throw resolution.error('INVALID_QUERY_FILTER_OPERATOR', left.at, 'DISTANCE() takes only < and > with a number');
}

function invalid(resolution: Resolution, call: CallNode): Error {
  return resolution.error('MALFORMED_QUERY', call.at, `Invalid number or type of arguments to ${call.name}()`);
}
