import { OrgError } from '../../errors.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { objectOfId } from './access-errors.ts';
import { onlyParameters } from './query-parameters.ts';
import { missing, readRecord, readRecords } from './read-records.ts';
import type { RecordRepresentation } from './record-representation.ts';
import { refuseParameters } from './refuse-parameters.ts';
import { requestedFields } from './requested-fields.ts';

const PARAMETERS = [
  'childRelationships',
  'fields',
  'forms',
  'layoutTypes',
  'modes',
  'optionalFields',
  'pageSize',
  'updateMru',
];

export const recordReadRoutes: Route[] = [
  {
    method: 'GET',
    pattern: '/services/data/:version/ui-api/records/:recordId',
    feature: 'UI API: get a record',
    handle: getRecord,
  },
  {
    method: 'GET',
    pattern: '/services/data/:version/ui-api/records/batch/:recordIds',
    feature: 'UI API: get a batch of records',
    handle: getRecords,
  },
];

function getRecord(request: ApiRequest): ApiResponse {
  checkParameters(request);
  const { recordId = '' } = request.params;
  const type = objectOfId(request.session, recordId);
  return { status: 200, body: readRecord(request, requestedFields(request, type), recordId) };
}

interface BatchResult {
  readonly statusCode: number;
  readonly result: unknown;
}

function getRecords(request: ApiRequest): ApiResponse {
  checkParameters(request);
  const ids = (request.params.recordIds ?? '').split(',').filter((id) => id !== '');
  const results = batch(request, ids);
  return { status: 200, body: { hasErrors: results.some(({ statusCode }) => statusCode !== 200), results } };
}

/** One query per object, answers in the order of the ids; a bad id fails alone. */
function batch(request: ApiRequest, ids: readonly string[]): BatchResult[] {
  const failures = new Map<string, BatchResult>();
  const byObject = Map.groupBy(ids, (id) => {
    try {
      return objectOfId(request.session, id);
    } catch (error) {
      failures.set(id, failed(error));
      return undefined;
    }
  });
  const found = new Map<string, RecordRepresentation>();
  for (const [type, own] of byObject) {
    if (type === undefined) continue;
    try {
      for (const [key, record] of readRecords(request, requestedFields(request, type, { batch: true }), own))
        found.set(key, record);
      for (const id of own)
        if (!found.has(id.slice(0, 15))) failures.set(id, failed(missing(request.session, type, id)));
    } catch (error) {
      for (const id of own) failures.set(id, failed(error));
    }
  }
  return ids.map((id) => failures.get(id) ?? { statusCode: 200, result: found.get(id.slice(0, 15)) });
}

function failed(error: unknown): BatchResult {
  if (!(error instanceof OrgError)) throw error;
  return { statusCode: error.httpStatus, result: [{ errorCode: error.code, message: error.message }] };
}

function checkParameters(request: ApiRequest): void {
  onlyParameters(request, PARAMETERS);
  refuseParameters(request, ['childRelationships', 'forms']);
}
