import { NotSupportedError } from '../../errors.ts';
import type { Session } from '../../org.ts';
import type { RequestRow } from '../../save/contract.ts';
import { save } from '../../save/save.ts';
import type { Field, SObjectType } from '../../schema/model.ts';
import { notFound, saveErrorResponse } from '../error-body.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { idOfType, objectType } from './object-type.ts';
import { readRecord } from './read-record.ts';
import { saveOne } from './record-routes.ts';
import { refuseResource } from './refused-resources.ts';
import { resourceBody } from './resource-body.ts';
import { requireJsonObject, rowFromJson } from './row-from-json.ts';

const PATTERN = '/services/data/:version/sobjects/:object/:field/:value';

export const externalIdRoutes: readonly Route[] = [
  { method: 'GET', pattern: PATTERN, feature: 'Record read by external id', handle: getByKey },
  { method: 'PATCH', pattern: PATTERN, feature: 'Record upsert by external id', handle: upsert },
  { method: 'DELETE', pattern: PATTERN, feature: 'Record delete by external id', handle: deleteByKey },
];

/** Since 46.0 an upsert that updates answers 200 with a body; before, 204 without. */
const ANSWERS_BODY_SINCE = 46;

function upsert(request: ApiRequest): ApiResponse {
  const { session, urlBase, apiVersion } = request;
  const { type, field, value } = keyOf(request);
  const body = rowFromJson(requireJsonObject(request.json()));
  const row: RequestRow = { ...body, [field.name]: value };
  const [result] = save(session, 'upsert', [{ object: type.name, row, externalIdField: field.name }], {
    allOrNone: true,
  });
  if (result === undefined || !result.success)
    return choices(request, type, field) ?? saveErrorResponse(result?.errors ?? []);
  if (!result.created && Number(apiVersion) < ANSWERS_BODY_SINCE) return { status: 204 };
  const headers = { Location: `${urlBase}/sobjects/${type.name}/${result.id}` };
  const answer = { id: result.id, success: true, errors: [], created: result.created };
  return { status: result.created ? 201 : 200, headers, body: answer };
}

function getByKey(request: ApiRequest): ApiResponse {
  const blob = resourceBody(request);
  if (blob !== undefined) return blob;
  const { session, query, urlBase } = request;
  const { type, field } = keyOf(request);
  const several = choices(request, type, field);
  if (several !== undefined) return several;
  const [found] = matches(request, type, field);
  if (found === undefined) throw notFound();
  const fields = query.get('fields');
  return {
    status: 200,
    body: readRecord(session, type, found, { urlBase, fields: fields === null ? undefined : fields.split(',') }),
  };
}

function deleteByKey(request: ApiRequest): ApiResponse {
  const { type, field } = keyOf(request);
  const several = choices(request, type, field);
  if (several !== undefined) return several;
  const [found] = matches(request, type, field);
  if (found === undefined) throw notFound();
  return saveOne(request.session, 'delete', type, { Id: found });
}

function keyOf({ session, params }: ApiRequest): { type: SObjectType; field: Field; value: string } {
  const type = objectType(session, params['object'] ?? '');
  const name = params['field'] ?? '';
  if (name === 'describe') throw new NotSupportedError(`sobjects/${type.name}/describe/${params['value'] ?? ''}`);
  refuseResource(type.name, name);
  const field = type.field(name);
  if (idOfType(type, name) !== undefined)
    throw new NotSupportedError('sObject Relationships (records by relationship path)');
  if (field === undefined || !(field.externalId || field.type === 'id') || !visible(session, type, field)) {
    throw notFound(`Provided external ID field does not exist or is not accessible: ${name}`);
  }
  return { type, field, value: params['value'] ?? '' };
}

function visible(session: Session, type: SObjectType, field: Field): boolean {
  return !field.permissionable || session.access.canReadField(type, field.name);
}

function matches({ session, params }: ApiRequest, type: SObjectType, field: Field): string[] {
  const value = params['value'] ?? '';
  const typed = ['double', 'int', 'currency', 'percent'].includes(field.type) ? Number(value) : value;
  return session.org.store
    .find(type, field.name, [typed])
    .filter((row) => session.access.canReadRecord(type, row))
    .map((row) => String(row['Id']));
}

/** More than one record has the key: 300 and their addresses. */
function choices(request: ApiRequest, type: SObjectType, field: Field): ApiResponse | undefined {
  const found = matches(request, type, field);
  return found.length < 2
    ? undefined
    : { status: 300, body: found.map((id) => `${request.urlBase}/sobjects/${type.name}/${id}`) };
}
