import type { FragmentDefinitionNode, GraphQLError } from 'graphql';
import type { ApiRequest } from '../route.ts';
import type { QueryRecord } from '../../soql/contract.ts';
import { runQuery } from '../../soql/run.ts';
import type { Viewer } from '../ui-api/viewer.ts';
import type { TypeContext } from './type-context.ts';

/** What the resolvers of one request share. */
export interface Reader {
  readonly request: ApiRequest;
  readonly types: TypeContext;
  readonly viewer: Viewer;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Checked and with the operation's defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** As they came: their keys keep the caller's order. */
  readonly rawVariables: Readonly<Record<string, unknown>>;
  /** Errors beyond the one that a resolver can throw. */
  readonly moreErrors: GraphQLError[];
}

export function query(reader: Reader, soql: string): readonly QueryRecord[] {
  return runQuery(reader.request.session, soql, { urlBase: reader.request.urlBase }).records;
}

export function count(reader: Reader, from: string, where: string | undefined): number {
  const soql = `SELECT COUNT() FROM ${from}${where === undefined ? '' : ` WHERE ${where}`}`;
  return runQuery(reader.request.session, soql, { urlBase: reader.request.urlBase }).totalSize;
}
