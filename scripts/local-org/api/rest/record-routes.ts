import { NotSupportedError, OrgError } from '../../errors.ts';
import type { Session } from '../../org.ts';
import { save } from '../../save/save.ts';
import type { RequestRow, SaveOperation } from '../../save/contract.ts';
import type { SObjectType } from '../../schema/model.ts';
import { notFound, saveErrorResponse } from '../error-body.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { idOfType, objectType } from './object-type.ts';
import { readRecord } from './read-record.ts';
import { refuseResource } from './refused-resources.ts';
import { requireJsonObject, rowFromJson } from './row-from-json.ts';

const COLLECTION = '/services/data/:version/sobjects/:object';
const RECORD = `${COLLECTION}/:id`;

export const recordRoutes: readonly Route[] = [
  { method: 'POST', pattern: COLLECTION, feature: 'Record create', handle: createRecord },
  { method: 'GET', pattern: RECORD, feature: 'Record read', handle: getRecord },
  { method: 'PATCH', pattern: RECORD, feature: 'Record update', handle: updateRecord },
  { method: 'DELETE', pattern: RECORD, feature: 'Record delete', handle: deleteRecord },
];

function createRecord(request: ApiRequest): ApiResponse {
  const { session, params, urlBase } = request;
  const type = objectType(session, params['object'] ?? '');
  const row = rowFromJson(requireJsonObject(request.json()));
  if (row['Id'] !== undefined) throw idInBody(type);
  const [result] = save(session, 'insert', [{ object: type.name, row }], { allOrNone: true });
  if (result === undefined || !result.success) return saveErrorResponse(result?.errors ?? []);
  return {
    status: 201,
    headers: { Location: `${urlBase}/sobjects/${type.name}/${result.id}` },
    body: { id: result.id, success: true, errors: [] },
  };
}

function getRecord(request: ApiRequest): ApiResponse {
  const { session, params, query, urlBase } = request;
  const type = objectType(session, params['object'] ?? '');
  const id = requireId(type, params['id'] ?? '');
  const fields = query.get('fields');
  return {
    status: 200,
    body: readRecord(session, type, id, { urlBase, fields: fields === null ? undefined : fields.split(',') }),
  };
}

function updateRecord(request: ApiRequest): ApiResponse {
  const { session, params } = request;
  const type = objectType(session, params['object'] ?? '');
  const id = requireExisting(session, type, params['id'] ?? '');
  const row = rowFromJson(requireJsonObject(request.json()));
  if (Object.keys(row).some((name) => name.toLowerCase() === 'id')) throw idInBody(type);
  return saveOne(session, 'update', type, { ...row, Id: id }, unmodifiedSince(request));
}

function deleteRecord(request: ApiRequest): ApiResponse {
  const { session, params } = request;
  const type = objectType(session, params['object'] ?? '');
  const id = requireExisting(session, type, params['id'] ?? '');
  return saveOne(session, 'delete', type, { Id: id });
}

export function saveOne(
  session: Session,
  operation: SaveOperation,
  type: SObjectType,
  row: RequestRow,
  ifUnmodifiedSince?: string,
): ApiResponse {
  const [result] = save(session, operation, [{ object: type.name, row, ifUnmodifiedSince }], { allOrNone: true });
  return result?.success === true ? { status: 204 } : saveErrorResponse(result?.errors ?? []);
}

/** The header carries an HTTP date; the save compares ISO. */
function unmodifiedSince({ headers }: ApiRequest): string | undefined {
  for (const name of ['if-match', 'if-none-match']) {
    if (headers[name] !== undefined) throw new NotSupportedError(`the conditional header ${name}`);
  }
  const header = headers['if-unmodified-since'];
  if (header === undefined) return undefined;
  const time = Date.parse(header);
  if (Number.isNaN(time)) throw new OrgError('INVALID_REQUEST', `If-Unmodified-Since is not a date: ${header}`);
  return new Date(time).toISOString();
}

export function requireId(type: SObjectType, text: string): string {
  refuseResource(type.name, text);
  const id = idOfType(type, text);
  if (id !== undefined) return id;
  throw notFound('Provided external ID field does not exist or is not accessible: ' + text);
}

function requireExisting(session: Session, type: SObjectType, text: string): string {
  const id = requireId(type, text);
  const row = session.org.store.get(type, id);
  if (row === undefined) throw notFound();
  if (row['IsDeleted'] === true) throw new OrgError('ENTITY_IS_DELETED', 'entity is deleted', { httpStatus: 404 });
  return id;
}

function idInBody(type: SObjectType): OrgError {
  return new OrgError('INVALID_FIELD', `The Id field should not be specified in the sobject data (${type.name}).`);
}
