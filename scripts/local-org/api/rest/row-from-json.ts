import { refusedField } from '../../metadata/types/unmodelled.ts';
import { OrgError } from '../../errors.ts';
import type { RequestRow, RequestValue } from '../../save/contract.ts';
import type { SObjectType } from '../../schema/model.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function requireJsonObject(value: unknown): JsonObject {
  if (isJsonObject(value)) return value;
  throw new OrgError('JSON_PARSER_ERROR', 'The request body must be a JSON object.');
}

/** A record as REST sends it → what the save takes. A parent named by an external id stays nested. */
export function rowFromJson(json: JsonObject): RequestRow {
  const row: Record<string, RequestValue> = {};
  for (const [name, value] of Object.entries(json)) {
    if (name !== 'attributes') row[name] = requestValue(name, value);
  }
  return row;
}

/** A parent's key holds values and, for a polymorphic parent, `attributes`: two levels and no more. */
function requestValue(name: string, value: unknown, depth = 0): RequestValue {
  if (isFieldValue(value)) return value;
  if (isJsonObject(value) && depth < 2) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, requestValue(name, inner, depth + 1)]));
  }
  const found = Array.isArray(value) ? 'array' : 'object';
  throw new OrgError('JSON_PARSER_ERROR', `Cannot deserialize the value of field ${name} from a JSON ${found}.`);
}

function isFieldValue(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

export function noSuchColumn(type: SObjectType, name: string): OrgError {
  const refused = type.field(name) === undefined ? refusedField(type, name) : undefined;
  return refused ?? new OrgError('INVALID_FIELD', `No such column '${name}' on sobject of type ${type.name}`);
}
