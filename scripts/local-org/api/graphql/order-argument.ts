import type { FieldNode } from 'graphql';
import { orderedValue } from './ordered-value.ts';
import type { Reader } from './reader.ts';

/** The `orderBy` of a field with its keys in the order written. */
export function orderArgument(reader: Reader, nodes: readonly FieldNode[]): unknown {
  const argument = nodes[0]?.arguments?.find(({ name }) => name.value === 'orderBy');
  return argument === undefined
    ? undefined
    : orderedValue(argument.value, { ...reader.variables, ...reader.rawVariables });
}
