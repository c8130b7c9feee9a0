import { OrgError } from '../../errors.ts';
import type { Field } from '../../schema/model.ts';
import type { CallNode, ColumnItem, SelectItem, SelectNode } from '../parse/query-tree.ts';
import type { SelectScope } from './select-scope.ts';

const MOST_ROWS = 200;

/** FIELDS(ALL), FIELDS(STANDARD), FIELDS(CUSTOM) → the fields that the user may read. */
export function expanded(scope: SelectScope, item: SelectItem, node: SelectNode): SelectItem[] {
  if (!isFieldsItem(item)) return [item];
  const which = asked(scope, item.expression);
  if (which !== 'standard' && (node.limit === undefined || node.limit > MOST_ROWS))
    throw new OrgError('MALFORMED_QUERY', `The SOQL FIELDS function must have a LIMIT of at most ${MOST_ROWS}`);
  if (item.alias !== undefined)
    throw scope.resolution.error(
      'MALFORMED_QUERY',
      item.expression.at,
      'only aggregate expressions use field aliasing',
    );
  return scope.type.fields
    .filter((field) => belongs(which, field) && scope.resolution.canReadField(scope.type, field.name))
    .map((field) => ({ kind: 'column', expression: { kind: 'path', parts: [field.name], at: item.expression.at } }));
}

export function isFieldsItem(item: SelectItem): item is ColumnItem & { readonly expression: CallNode } {
  return item.kind === 'column' && item.expression.kind === 'call' && item.expression.name.toLowerCase() === 'fields';
}

function asked(scope: SelectScope, call: CallNode): 'all' | 'custom' | 'standard' {
  const [argument, ...more] = call.arguments;
  const word = argument?.kind === 'path' && more.length === 0 ? argument.parts.join('.').toLowerCase() : '';
  if (word === 'all' || word === 'custom' || word === 'standard') return word;
  throw scope.resolution.error('MALFORMED_QUERY', call.at, 'FIELDS() takes ALL, CUSTOM or STANDARD');
}

function belongs(which: 'all' | 'custom' | 'standard', field: Field): boolean {
  if (!field.stored && !field.formula && !field.compound) return false;
  return which === 'all' || (which === 'custom') === field.custom;
}
