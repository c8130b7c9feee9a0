import { OrgError } from '../../errors.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { objectOfId } from './access-errors.ts';
import { emptyTree } from './field-tree.ts';
import { listTree } from './list-query.ts';
import { type ListRequest, listRequestOfBody, listRequestOfQuery } from './list-request.ts';
import { listRecords } from './list-records.ts';
import { onlyParameters } from './query-parameters.ts';
import { readRecord } from './read-records.ts';
import { listReference, relatedList } from './related-list.ts';
import { relatedListInfo } from './related-list-info.ts';
import { quoted } from './soql-text.ts';

const BASE = '/services/data/:version/ui-api/related-list-records';

export const relatedListRoutes: Route[] = [
  {
    method: 'GET',
    pattern: `${BASE}/:parentId/:relatedListId`,
    feature: 'UI API: records of a related list',
    handle: byQuery,
  },
  {
    method: 'POST',
    pattern: `${BASE}/:parentId/:relatedListId`,
    feature: 'UI API: records of a related list, filtered',
    handle: byBody,
  },
  {
    method: 'POST',
    pattern: `${BASE}/batch/:parentId`,
    feature: 'UI API: records of several related lists',
    handle: batch,
  },
];

function byQuery(request: ApiRequest): ApiResponse {
  return {
    status: 200,
    body: relatedRecords(request, request.params.relatedListId ?? '', listRequestOfQuery(request)),
  };
}

function byBody(request: ApiRequest): ApiResponse {
  onlyParameters(request, []);
  return {
    status: 200,
    body: relatedRecords(request, request.params.relatedListId ?? '', listRequestOfBody(request.json())),
  };
}

function batch(request: ApiRequest): ApiResponse {
  onlyParameters(request, []);
  const results = batchParameters(request.json()).map((parameters) => {
    try {
      const result = relatedRecords(
        request,
        String(parameters.relatedListId),
        listRequestOfBody(parameters, ['relatedListId']),
      );
      return { statusCode: 200, result };
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      return { statusCode: error.httpStatus, result: [{ errorCode: error.code, message: error.message }] };
    }
  });
  return { status: 200, body: { results } };
}

function relatedRecords(request: ApiRequest, relatedListId: string, wanted: ListRequest): Record<string, unknown> {
  const { session } = request;
  const { parentId = '' } = request.params;
  const parent = objectOfId(session, parentId);
  const list = relatedList(session, parent, relatedListId);
  const parentRecordId = readRecord(request, emptyTree(parent), parentId).id ?? parentId;
  const asked = wanted.fields.length + wanted.optionalFields.length > 0;
  const columns = asked ? [] : relatedListInfo(session, list).displayColumns.map(({ fieldApiName }) => fieldApiName);
  const page = listRecords(request, list.child, wanted, {
    path: `${request.urlBase}/ui-api/related-list-records/${parentRecordId}/${list.relatedListId}`,
    tree: listTree(session, list.child, {
      fields: wanted.fields,
      optionalFields: [...wanted.optionalFields, ...columns],
    }),
    conditions: [`${list.field.name} = ${quoted(parentRecordId)}`],
    sortBy: [],
  });
  return { ...page, listInfoETag: null, listReference: listReference(list, parentRecordId), sortBy: wanted.sortBy };
}

function batchParameters(body: unknown): Record<string, unknown>[] {
  const list: unknown =
    typeof body === 'object' && body !== null && 'relatedListParameters' in body
      ? body.relatedListParameters
      : undefined;
  if (!Array.isArray(list)) throw new OrgError('JSON_PARSER_ERROR', 'Expected relatedListParameters to be a list.');
  return list.map((entry: unknown) => {
    const named =
      typeof entry === 'object' &&
      entry !== null &&
      'relatedListId' in entry &&
      typeof entry.relatedListId === 'string';
    if (!named)
      throw new OrgError('JSON_PARSER_ERROR', 'Expected each of relatedListParameters to have a relatedListId.');
    return entry;
  });
}
