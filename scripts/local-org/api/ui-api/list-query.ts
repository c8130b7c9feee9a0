import { parseValue, valueFromASTUntyped, GraphQLError } from 'graphql';
import type { Session } from '../../org.ts';
import type { SObjectType } from '../../schema/model.ts';
import { filterToSoql } from '../graphql/filter-to-soql.ts';
import { illegalParameter, noSuchColumn } from './access-errors.ts';
import { isSortable } from './field-info.ts';
import { addPath, addPathIfVisible, belowObject, emptyTree, type FieldTree } from './field-tree.ts';
import { nameFieldOf } from './name-fields.ts';
import { referencedObject } from './referenced-object.ts';

/** `where` of lists and related lists is a filter in GraphQL syntax, `{ StageName: { eq: "Prospecting" } }`. */
export function whereCondition(session: Session, type: SObjectType, where: string | undefined): string | undefined {
  if (where === undefined || where.trim() === '') return undefined;
  try {
    return filterToSoql(session, type, valueFromASTUntyped(parseValue(where)));
  } catch (error) {
    if (error instanceof GraphQLError) throw illegalParameter(`where can not be read: ${error.message}`);
    throw error;
  }
}

const MAX_SORT_FIELDS = 5;

/** `-CloseDate,Account.Name` → `CloseDate DESC NULLS LAST, Account.Name ASC NULLS FIRST, Id ASC`. */
export function orderClause(session: Session, type: SObjectType, sortBy: readonly string[]): string {
  if (sortBy.length > MAX_SORT_FIELDS) throw illegalParameter(`sortBy takes up to ${String(MAX_SORT_FIELDS)} fields.`);
  const clauses = sortBy.map((given) => {
    const descending = given.startsWith('-');
    const path = unqualified(type, descending ? given.slice(1) : given);
    const column = sortablePath(session, type, path);
    return descending ? `${column} DESC NULLS LAST` : `${column} ASC NULLS FIRST`;
  });
  return [...clauses, 'Id ASC'].join(', ');
}

/** A lookup is sorted by the name of the record it shows. */
function sortablePath(session: Session, type: SObjectType, path: string): string {
  const tree = emptyTree(type);
  addPath(session, tree, path);
  const field = type.field(path);
  if (field?.reference !== undefined) {
    const name = nameFieldOf(referencedObject(session, field) ?? type)?.name ?? 'Id';
    return `${field.reference.relationshipName}.${name}`;
  }
  if (field !== undefined && !isSortable(field))
    throw illegalParameter(`field '${path}' can not be sorted in a query call`);
  return path;
}

export interface ListFields {
  readonly fields: readonly string[];
  readonly optionalFields: readonly string[];
}

/** In lists a field may be named with or without its object. */
export function listTree(session: Session, type: SObjectType, { fields, optionalFields }: ListFields): FieldTree {
  const tree = emptyTree(type);
  for (const given of fields) addPath(session, tree, unqualified(type, given));
  for (const given of optionalFields) addPathIfVisible(session, tree, unqualified(type, given));
  return tree;
}

function unqualified(type: SObjectType, given: string): string {
  const below = belowObject(type, given);
  // `Account.Name` on a Contact is a path through the lookup, on an Account the account's own name.
  if (below !== undefined) return below;
  if (given === '') throw noSuchColumn(given, type);
  return given;
}
