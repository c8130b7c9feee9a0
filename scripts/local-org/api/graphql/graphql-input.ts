import { OrgError } from '../../errors.ts';
import type { ApiRequest } from '../route.ts';

export interface GraphqlInput {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

const KNOWN = ['extensions', 'operationName', 'query', 'variables'];

/** The body of the request; what it does not have a place for is refused. */
export function graphqlInput(request: ApiRequest): GraphqlInput {
  const body = request.json();
  if (!isObject(body)) throw unreadable('Expected an object with query, variables and operationName.');
  const unknown = Object.keys(body).find((name) => !KNOWN.includes(name));
  if (unknown !== undefined) throw unreadable(`Unexpected parameter encountered during deserialization: ${unknown}`);
  const { query, operationName, variables } = body;
  if (typeof query !== 'string') throw unreadable('Expected query to be a string.');
  if (operationName != null && typeof operationName !== 'string')
    throw unreadable('Expected operationName to be a string.');
  if (variables != null && !isObject(variables)) throw unreadable('Expected variables to be an object.');
  return { query, operationName: operationName ?? undefined, variables: variables ?? {} };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unreadable(message: string): OrgError {
  return new OrgError('JSON_PARSER_ERROR', message);
}
