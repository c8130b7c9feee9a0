import type { Expression, SelectNode } from '../parse/query-tree.ts';
import { isAggregate } from './aggregates.ts';
import type { Resolved } from './expression.ts';
import type { Resolution } from './resolution.ts';
import type { SelectScope } from './select-scope.ts';

const MOST_GROUPS = 3;

/** What an aggregate query may not say. */
export function checkAggregates(resolution: Resolution, node: SelectNode): void {
  const refuse = (message: string) => resolution.error('MALFORMED_QUERY', node.fromAt, message);
  if (node.items.length > 1)
    for (const item of node.items)
      if (item.kind === 'column' && isPlainCount(item.expression))
        throw resolution.error('MALFORMED_QUERY', item.expression.at, 'COUNT() must be the only element selected');
  if (node.purpose) throw refuse(`FOR ${node.purpose} is not allowed in an aggregate query`);
  if (node.grouping !== 'plain' && node.groupBy.length > MOST_GROUPS)
    throw refuse(`GROUP BY ${node.grouping.toUpperCase()} must contain ${MOST_GROUPS} fields or less`);
  if (node.groupBy.length > 0) return;
  for (const [clause, value] of [
    ['LIMIT', node.limit],
    ['OFFSET', node.offset],
  ] as const)
    if (value !== undefined)
      throw refuse(`Non-grouped query that uses overall aggregate functions cannot also use ${clause}`);
}

function isPlainCount(expression: Expression): boolean {
  return expression.kind === 'call' && expression.name.toLowerCase() === 'count' && expression.arguments.length === 0;
}

/** A group is named once, and a grouped field has but one value to aggregate. */
export function checkDistinct(scope: SelectScope, node: SelectNode, groups: readonly Resolved[]): void {
  const texts = groups.map(({ sql }) => sql.text);
  const twice = groups.findIndex((group, index) => texts.indexOf(group.sql.text) < index);
  const refuse = (at: number, message: string) => scope.resolution.error('MALFORMED_QUERY', at, message);
  const again = node.groupBy[twice];
  if (again) throw refuse(again.at, `duplicate grouping expression: ${groups[twice]?.name ?? ''}`);
  if (node.grouping !== 'plain') return;
  for (const item of node.items) {
    const call = item.kind === 'column' && item.expression.kind === 'call' ? item.expression : undefined;
    const [argument] = call?.arguments ?? [];
    if (!call || !isAggregate(call.name) || argument?.kind !== 'path') continue;
    if (texts.includes(scope.resolve(argument).sql.text))
      throw refuse(argument.at, `Grouped field should not be aggregated: ${argument.parts.join('.')}`);
  }
}
