import { OrgError } from '../../errors.ts';
import { save } from '../../save/save.ts';
import type { SObjectType } from '../../schema/model.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { illegalParameter, objectOfId, readableObject } from './access-errors.ts';
import { addPathIfVisible, emptyTree, type FieldTree } from './field-tree.ts';
import { layoutFieldPaths } from './layout-fields.ts';
import { onlyParameters } from './query-parameters.ts';
import { missing, readRecord } from './read-records.ts';
import { recordErrorResponse } from './record-error.ts';
import { recordInput } from './record-input.ts';

const SAVE_PARAMETERS = ['allowSaveOnDuplicate', 'triggerOtherEmail', 'triggerUserEmail', 'useDefaultRule'];

export const recordWriteRoutes: Route[] = [
  {
    method: 'POST',
    pattern: '/services/data/:version/ui-api/records',
    feature: 'UI API: create a record',
    handle: createRecord,
  },
  {
    method: 'PATCH',
    pattern: '/services/data/:version/ui-api/records/:recordId',
    feature: 'UI API: update a record',
    handle: updateRecord,
  },
  {
    method: 'DELETE',
    pattern: '/services/data/:version/ui-api/records/:recordId',
    feature: 'UI API: delete a record',
    handle: deleteRecord,
  },
];

function createRecord(request: ApiRequest): ApiResponse {
  onlyParameters(request, SAVE_PARAMETERS);
  const { apiName, fields } = recordInput(request);
  if (apiName === undefined) throw illegalParameter('apiName is required.');
  const type = readableObject(request.session, apiName);
  const [result] = save(request.session, 'insert', [{ object: type.name, row: fields }], { allOrNone: true });
  if (result?.id == null || !result.success) return refused(request, type, 'create', result?.errors ?? []);
  return { status: 201, body: readRecord(request, savedTree(request, type, Object.keys(fields)), result.id) };
}

function updateRecord(request: ApiRequest): ApiResponse {
  onlyParameters(request, SAVE_PARAMETERS);
  const { recordId = '' } = request.params;
  const { fields } = recordInput(request);
  const type = objectOfId(request.session, recordId);
  const row = { ...fields, Id: recordId };
  const since = unmodifiedSince(request);
  const [result] = save(
    request.session,
    'update',
    [{ object: type.name, row, ...(since === undefined ? {} : { ifUnmodifiedSince: since }) }],
    {
      allOrNone: true,
    },
  );
  if (result?.success !== true) return refused(request, type, 'update', result?.errors ?? []);
  return { status: 200, body: readRecord(request, savedTree(request, type, Object.keys(fields)), recordId) };
}

function deleteRecord(request: ApiRequest): ApiResponse {
  onlyParameters(request, []);
  const { recordId = '' } = request.params;
  const type = objectOfId(request.session, recordId);
  const [result] = save(request.session, 'delete', [{ object: type.name, row: { Id: recordId } }], { allOrNone: true });
  if (result?.success === true) return { status: 204 };
  if (result?.errors.some(({ statusCode }) => GONE.includes(statusCode)) === true)
    throw missing(request.session, type, recordId);
  return refused(request, type, 'update', result?.errors ?? []);
}

const GONE = ['ENTITY_IS_DELETED', 'INVALID_CROSS_REFERENCE_KEY', 'NOT_FOUND'];

function refused(
  request: ApiRequest,
  type: SObjectType,
  act: 'create' | 'update',
  errors: Parameters<typeof recordErrorResponse>[1],
): ApiResponse {
  return recordErrorResponse(type, errors, { act, language: request.session.user.language });
}

/** What a save answers with: the fields of the page layout and every field that was sent. */
function savedTree(request: ApiRequest, type: SObjectType, sent: readonly string[]): FieldTree {
  const tree = emptyTree(type);
  for (const path of [...layoutFieldPaths(request.session, type, 'Full'), ...sent])
    addPathIfVisible(request.session, tree, path);
  return tree;
}

/** An HTTP date or an ISO moment. */
function unmodifiedSince(request: ApiRequest): string | undefined {
  const given = request.headers['if-unmodified-since'];
  if (given === undefined) return undefined;
  const moment = Date.parse(given);
  if (Number.isNaN(moment)) throw new OrgError('INVALID_HEADER', `If-Unmodified-Since is not a date: ${given}`);
  return new Date(moment).toISOString();
}
