import type { Condition, Expression } from '../parse/query-tree.ts';
import { plainText } from '../parse/string-text.ts';
import { comparison } from './comparison.ts';
import { checkDistance } from './distance.ts';
import type { Resolved } from './expression.ts';
import type { SelectScope } from './select-scope.ts';
import { semijoinSql } from './semijoin.ts';
import { and, or, sql, type Sql } from './sql.ts';

/** WHERE and HAVING. Aggregates stand in HAVING alone, where `resolve` says what a group is in its set of groups. */
export function conditionSql(
  scope: SelectScope,
  condition: Condition,
  clause: 'where' | 'having',
  resolve = (expression: Expression): Resolved => scope.resolve(expression),
): Sql {
  const partSql = (part: Condition): Sql => conditionSql(scope, part, clause, resolve);
  switch (condition.kind) {
    case 'and':
      return and(condition.parts.map(partSql));
    case 'or':
      return or(condition.parts.map(partSql));
    case 'not':
      // A comparison with a blank is false, and its negation true.
      return sql`(${partSql(condition.part)}) IS NOT TRUE`;
    case 'semijoin':
      if (clause === 'having')
        throw scope.resolution.error(
          'MALFORMED_QUERY',
          condition.left.at,
          'Semi join sub-selects are not allowed in HAVING',
        );
      return semijoinSql(scope, condition, (inner, part) => conditionSql(inner, part, 'where'));
    case 'compare':
      return compare(scope, condition, clause, resolve(condition.left));
  }
}

function compare(
  scope: SelectScope,
  condition: Extract<Condition, { kind: 'compare' }>,
  clause: 'where' | 'having',
  left: Resolved,
): Sql {
  const { resolution } = scope;
  if (left.aggregate && clause === 'where') {
    throw resolution.error('MALFORMED_QUERY', condition.left.at, 'Grouped field should not be aggregated: use HAVING');
  }
  if (left.shown === 'format') {
    throw resolution.error('MALFORMED_QUERY', condition.left.at, 'FORMAT() is not allowed in a filter');
  }
  checkDistance(resolution, condition);
  if (left.shown === 'label') return compareLabels(scope, left, condition);
  return comparison(resolution, left, condition.operator, condition.values, condition.left.at);
}

const NOWHERE = -1;

/** toLabel(Stage) = 'Text' asks for the values that are shown so, in any language of the org. */
function compareLabels(scope: SelectScope, left: Resolved, condition: Extract<Condition, { kind: 'compare' }>): Sql {
  scope.resolution.pin();
  const values = condition.values.map((literal) => {
    if (literal.type !== 'string') return literal;
    const shown = plainText(literal, scope.resolution.source).toLowerCase();
    const known = left.field?.picklist?.values.find((value) =>
      [value.label, ...Object.values(value.translations ?? {})].some((label) => label.toLowerCase() === shown),
    );
    // No place in the text: it is the label that stands there.
    return known ? { ...literal, text: known.value.replace(/[\\']/g, '\\$&'), at: NOWHERE } : literal;
  });
  return comparison(scope.resolution, left, condition.operator, values, condition.left.at);
}
