import { OrgError } from '../../errors.ts';
import type { Session } from '../../org.ts';
import type { RequestRow, SaveError, SaveOperation, SaveRequest, SaveResult } from '../../save/contract.ts';
import type { SObjectType } from '../../schema/model.ts';
import { idOfType, objectType } from './object-type.ts';
import { isJsonObject, type JsonObject, rowFromJson } from './row-from-json.ts';

export const MAX_RECORDS = 200;
/** Records of one type that stand together are a chunk. */
const MAX_CHUNKS = 10;

export type RowOrFailure = { readonly request: SaveRequest } | { readonly failure: SaveError };

export function recordsIn(body: JsonObject): readonly JsonObject[] {
  const { records } = body;
  if (!Array.isArray(records)) throw new OrgError('JSON_PARSER_ERROR', 'Expected an array in records.');
  if (records.length > MAX_RECORDS) throw tooMany();
  return records.map((record: unknown) => {
    if (isJsonObject(record)) return record;
    throw new OrgError('JSON_PARSER_ERROR', 'Expected each of records to be a JSON object.');
  });
}

/** A record that cannot be read fails alone; an unknown object fails the whole request, as on the platform. */
export function collectionRows(
  session: Session,
  records: readonly JsonObject[],
  act: 'create' | 'update' | 'upsert',
  upserted?: SObjectType,
): RowOrFailure[] {
  let chunks = 0;
  let former: SObjectType | undefined;
  return records.map((record) => {
    const type = typeOf(session, record, upserted);
    if (type !== former) chunks += 1;
    former = type;
    if (chunks > MAX_CHUNKS) {
      throw new OrgError(
        'LIMIT_EXCEEDED',
        'Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce chunking.',
      );
    }
    return rowOrFailure(type, record, act);
  });
}

function typeOf(session: Session, record: JsonObject, upserted: SObjectType | undefined): SObjectType {
  const { attributes } = record;
  const name = isJsonObject(attributes) ? attributes['type'] : undefined;
  if (typeof name !== 'string') {
    if (upserted !== undefined) return upserted;
    throw new OrgError('INVALID_INPUT', 'The attributes of each record must name its type.');
  }
  const type = objectType(session, name);
  if (upserted === undefined || type === upserted) return type;
  throw new OrgError('INVALID_INPUT', `Expected records of type ${upserted.name}, got ${type.name}.`);
}

function rowOrFailure(type: SObjectType, record: JsonObject, act: 'create' | 'update' | 'upsert'): RowOrFailure {
  try {
    const row = rowFromJson(record);
    return { request: { object: type.name, row: act === 'update' ? withCanonicalId(type, row) : row } };
  } catch (error) {
    if (error instanceof OrgError)
      return { failure: { statusCode: error.code, message: error.message, fields: error.fields } };
    throw error;
  }
}

/** Clients write `id` or `Id`. */
function withCanonicalId(type: SObjectType, row: RequestRow): RequestRow {
  const { id, Id, ...rest } = row;
  const given = Id ?? id;
  if (given === undefined || given === null)
    throw new OrgError('MISSING_ARGUMENT', 'Id not specified in an update call');
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  const canonical = idOfType(type, text);
  if (canonical === undefined)
    throw new OrgError('MALFORMED_ID', `${type.name} ID: id value of incorrect type: ${text}`, {
      fields: ['Id'],
    });
  return { ...rest, Id: canonical };
}

/** `id` is left out where nothing was saved; only upserts say whether they created. */
export function collectionResult(result: SaveResult, operation: SaveOperation): object {
  const { id, success, created, errors } = result;
  const shown = {
    ...(id === null ? {} : { id }),
    success,
    errors: errors.map(({ statusCode, message, fields }) => ({ statusCode, message, fields })),
  };
  return operation === 'upsert' ? { ...shown, created } : shown;
}

export function tooMany(): OrgError {
  return new OrgError(
    'EXCEEDED_ID_LIMIT',
    `record limit reached. cannot submit more than ${MAX_RECORDS} records into this call`,
  );
}
