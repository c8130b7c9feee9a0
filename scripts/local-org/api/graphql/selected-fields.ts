import {
  type FieldNode,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Reader } from './reader.ts';

/** The fields that a selection asks of one object type, by response key; fragments are followed, `@skip` and `@include` obeyed. */
export function selectedFields(
  reader: Reader,
  sets: readonly (SelectionSetNode | undefined)[],
  /** Fragments on other types are left out; undefined = every fragment, where only one type is possible. */
  typeNames?: readonly string[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visit = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (!isIncluded(reader, selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        fields.set(key, [...(fields.get(key) ?? []), selection]);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? reader.fragments[selection.name.value] : selection;
      const condition = fragment?.typeCondition?.name.value;
      if (condition === undefined || typeNames === undefined || typeNames.includes(condition))
        visit(fragment?.selectionSet);
    }
  };
  for (const set of sets) visit(set);
  return fields;
}

function isIncluded(reader: Reader, selection: SelectionNode): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, reader.variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, reader.variables);
  return skip?.if !== true && include?.if !== false;
}
