import type { ApiRequest } from '../route.ts';
import { OrgError } from '../../errors.ts';
import type { FieldValue, Row } from '../../org.ts';

export interface RecordInput {
  readonly apiName: string | undefined;
  readonly fields: Row;
}

const KNOWN = ['allowSaveOnDuplicate', 'apiName', 'fields'];

/** The body of a create or an update. */
export function recordInput(request: ApiRequest): RecordInput {
  const body = request.json();
  if (!isObject(body)) throw unreadable('Expected a record input object.');
  for (const name of Object.keys(body)) {
    if (!KNOWN.includes(name)) throw unreadable(`Unexpected parameter encountered during deserialization: ${name}`);
  }
  const { apiName, fields } = body;
  if (apiName !== undefined && apiName !== null && typeof apiName !== 'string')
    throw unreadable('Expected apiName to be a string.');
  if (!isObject(fields)) throw unreadable('Expected fields to be an object of field names and values.');
  const row: Row = {};
  for (const [name, value] of Object.entries(fields)) row[name] = fieldValue(name, value);
  return { apiName: apiName ?? undefined, fields: row };
}

/** A field may also come as it is read: `{displayValue, value}`. */
function fieldValue(name: string, given: unknown): FieldValue {
  const value = isObject(given) && 'value' in given ? given.value : given;
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  throw unreadable(`Expected a value for field ${name}, got ${JSON.stringify(given)}.`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unreadable(message: string): OrgError {
  return new OrgError('JSON_PARSER_ERROR', message);
}
