import { OrgError } from '../../errors.ts';
import type { Session } from '../../org.ts';
import type { SObjectType } from '../../schema/model.ts';
import { save } from '../../save/save.ts';
import type { SaveOperation, SaveRequest, SaveResult } from '../../save/contract.ts';
import type { QueryRecord } from '../../soql/contract.ts';
import { notFound } from '../error-body.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { collectionResult, collectionRows, MAX_RECORDS, recordsIn, tooMany } from './collection-rows.ts';
import { idOfType, objectType } from './object-type.ts';
import { readRecords } from './read-record.ts';
import { requireJsonObject } from './row-from-json.ts';

const COLLECTION = '/services/data/:version/composite/sobjects';

export const collectionRoutes: readonly Route[] = [
  {
    method: 'POST',
    pattern: COLLECTION,
    feature: 'sObject Collections create',
    handle: (request) => write(request, 'insert'),
  },
  {
    method: 'PATCH',
    pattern: COLLECTION,
    feature: 'sObject Collections update',
    handle: (request) => write(request, 'update'),
  },
  { method: 'DELETE', pattern: COLLECTION, feature: 'sObject Collections delete', handle: remove },
  { method: 'PATCH', pattern: `${COLLECTION}/:object/:field`, feature: 'sObject Collections upsert', handle: upsert },
  {
    method: 'GET',
    pattern: `${COLLECTION}/:object`,
    feature: 'sObject Collections read',
    handle: (request) =>
      read(request, request.query.get('ids')?.split(',') ?? [], request.query.get('fields')?.split(',')),
  },
  { method: 'POST', pattern: `${COLLECTION}/:object`, feature: 'sObject Collections read (body)', handle: readByBody },
];

function write(request: ApiRequest, operation: 'insert' | 'update'): ApiResponse {
  const body = requireJsonObject(request.json());
  const rows = collectionRows(request.session, recordsIn(body), operation === 'insert' ? 'create' : 'update');
  return answer(request.session, operation, rows, body['allOrNone'] === true);
}

function upsert(request: ApiRequest): ApiResponse {
  const { session, params } = request;
  const type = objectType(session, params['object'] ?? '');
  const field = type.field(params['field'] ?? '');
  if (field === undefined || !(field.externalId || field.type === 'id')) throw notFound();
  const body = requireJsonObject(request.json());
  const rows = collectionRows(session, recordsIn(body), 'upsert', type);
  const keyed = rows.map((row) =>
    'request' in row ? { request: { ...row.request, externalIdField: field.name } } : row,
  );
  return answer(session, 'upsert', keyed, body['allOrNone'] === true);
}

function remove(request: ApiRequest): ApiResponse {
  const ids =
    request.query
      .get('ids')
      ?.split(',')
      .filter((id) => id !== '') ?? [];
  if (ids.length > MAX_RECORDS) throw tooMany();
  const rows = ids.map((id) => {
    const type = typeOf(request.session, id);
    const canonical = type === undefined ? undefined : idOfType(type, id);
    if (type !== undefined && canonical !== undefined)
      return { request: { object: type.name, row: { Id: canonical } } };
    return { failure: { statusCode: 'MALFORMED_ID', message: `malformed id ${id}`, fields: [] } };
  });
  return answer(request.session, 'delete', rows, request.query.get('allOrNone') === 'true');
}

/** Every share of a custom object has the same key prefix: which one is meant, the record itself says. */
function typeOf({ org }: Session, id: string): SObjectType | undefined {
  const first = org.schema().objectByPrefix(id.slice(0, 3));
  if (first?.kind !== 'share') return first;
  const alike = org.schema().objects.filter((type) => type.keyPrefix === first.keyPrefix);
  return alike.find((type) => org.store.get(type, idOfType(type, id) ?? id)) ?? first;
}

type RowOrFailure = ReturnType<typeof collectionRows>[number];

/** Rows that cannot even be read keep their place in the answer beside the results of the others. */
function answer(
  session: Session,
  operation: SaveOperation,
  rows: readonly RowOrFailure[],
  allOrNone: boolean,
): ApiResponse {
  const requests = rows.flatMap((row): SaveRequest[] => ('request' in row ? [row.request] : []));
  const doomed = allOrNone && requests.length < rows.length;
  const saved: readonly SaveResult[] = doomed
    ? requests.map(() => ROLLED_BACK)
    : save(session, operation, requests, { allOrNone });
  let next = 0;
  const body = rows.map((row) => {
    const result =
      'request' in row ? saved[next++] : { id: null, success: false, created: false, errors: [row.failure] };
    if (result === undefined) throw new Error('The save gave fewer results than it got records.');
    return collectionResult(result, operation);
  });
  return { status: 200, body };
}

const ROLLED_BACK: SaveResult = {
  id: null,
  success: false,
  created: false,
  errors: [
    {
      statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
      fields: [],
    },
  ],
};

function readByBody(request: ApiRequest): ApiResponse {
  const { ids, fields } = requireJsonObject(request.json());
  if (!isTextArray(ids) || !isTextArray(fields))
    throw new OrgError('JSON_PARSER_ERROR', 'Expected arrays of text in ids and fields.');
  return read(request, ids, fields);
}

/** Records in the order of the ids; null where there is none. */
function read(request: ApiRequest, ids: readonly string[], fields: readonly string[] | undefined): ApiResponse {
  const { session, params, urlBase } = request;
  const type = objectType(session, params['object'] ?? '');
  if (ids.length > 2_000)
    throw new OrgError(
      'EXCEEDED_ID_LIMIT',
      'record limit reached. cannot submit more than 2000 records into this call',
    );
  if (ids.length === 0) throw new OrgError('MISSING_ARGUMENT', 'The ids parameter is required.');
  if (fields === undefined) throw new OrgError('MISSING_ARGUMENT', 'The fields parameter is required.');
  const canonical = ids.map((id) => idOfType(type, id.trim()));
  const known = canonical.filter((id) => id !== undefined);
  const records =
    known.length === 0
      ? new Map<string, QueryRecord>()
      : readRecords(session, type, [...new Set(known)], { fields, urlBase });
  return { status: 200, body: canonical.map((id) => (id === undefined ? null : (records.get(id) ?? null))) };
}

function isTextArray(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}
