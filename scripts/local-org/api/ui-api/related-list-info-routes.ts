import { OrgError } from '../../errors.ts';
import { runQuery } from '../../soql/run.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { objectOfId, readableObject } from './access-errors.ts';
import { entityTag } from './entity-tag.ts';
import { emptyTree } from './field-tree.ts';
import { objectLabel, objectLabelPlural } from './labels.ts';
import { intParameter, onlyParameters } from './query-parameters.ts';
import { readRecord } from './read-records.ts';
import { MASTER_RECORD_TYPE_ID } from './record-types.ts';
import { listReference, listsOnLayout, relatedList } from './related-list.ts';
import { relatedListInfo } from './related-list-info.ts';
import { quoted } from './soql-text.ts';

const INFO = '/services/data/:version/ui-api/related-list-info';
const COUNT = '/services/data/:version/ui-api/related-list-count';

export const relatedListInfoRoutes: Route[] = [
  { method: 'GET', pattern: `${INFO}/:object`, feature: 'UI API: related lists of an object', handle: listsOfObject },
  {
    method: 'GET',
    pattern: `${INFO}/:object/:relatedListId`,
    feature: 'UI API: related list info',
    handle: infoOfList,
  },
  {
    method: 'GET',
    pattern: `${INFO}/batch/:object/:relatedListIds`,
    feature: 'UI API: info of several related lists',
    handle: infoOfLists,
  },
  {
    method: 'GET',
    pattern: `${COUNT}/:parentId/:relatedListId`,
    feature: 'UI API: related list count',
    handle: countOfList,
  },
  {
    method: 'GET',
    pattern: `${COUNT}/batch/:parentId/:relatedListIds`,
    feature: 'UI API: counts of several related lists',
    handle: countOfLists,
  },
];

function listsOfObject(request: ApiRequest): ApiResponse {
  onlyParameters(request, ['recordTypeId']);
  const { session } = request;
  const { language } = session.user;
  const parent = readableObject(session, request.params.object ?? '');
  const lists = listsOnLayout(session, parent).map(({ child, field, relatedListId }) => ({
    entityLabel: objectLabel(child, language),
    entityPluralLabel: objectLabelPlural(child, language),
    fieldApiName: field.name,
    keyPrefix: child.keyPrefix,
    label: objectLabelPlural(child, language),
    objectApiName: child.name,
    parentFieldApiName: 'Id',
    relatedListId,
    relatedListInfoUrl: `${request.urlBase}/ui-api/related-list-info/${parent.name}/${relatedListId}`,
    themeInfo: null,
  }));
  const parentRecordTypeId = request.query.get('recordTypeId') ?? MASTER_RECORD_TYPE_ID;
  return {
    status: 200,
    body: { eTag: entityTag(lists), parentObjectApiName: parent.name, parentRecordTypeId, relatedLists: lists },
  };
}

function infoOfList(request: ApiRequest): ApiResponse {
  onlyParameters(request, ['recordTypeId']);
  return { status: 200, body: infoOf(request, request.params.relatedListId ?? '') };
}

function infoOfLists(request: ApiRequest): ApiResponse {
  onlyParameters(request, ['recordTypeId']);
  return several(request, (relatedListId) => infoOf(request, relatedListId));
}

function infoOf(request: ApiRequest, relatedListId: string): unknown {
  const parent = readableObject(request.session, request.params.object ?? '');
  return relatedListInfo(request.session, relatedList(request.session, parent, relatedListId));
}

function countOfList(request: ApiRequest): ApiResponse {
  onlyParameters(request, ['maxCount']);
  return { status: 200, body: countOf(request, request.params.relatedListId ?? '') };
}

function countOfLists(request: ApiRequest): ApiResponse {
  onlyParameters(request, ['maxCount']);
  return several(request, (relatedListId) => countOf(request, relatedListId));
}

const DEFAULT_MAX_COUNT = 10;
const MAX_COUNT = { min: 1, max: 1999 };

function countOf(request: ApiRequest, relatedListId: string): unknown {
  const { session } = request;
  const { parentId = '' } = request.params;
  const parent = objectOfId(session, parentId);
  const list = relatedList(session, parent, relatedListId);
  const id = readRecord(request, emptyTree(parent), parentId).id ?? parentId;
  const maxCount = intParameter(request, 'maxCount', DEFAULT_MAX_COUNT, MAX_COUNT);
  const soql = `SELECT COUNT() FROM ${list.child.name} WHERE ${list.field.name} = ${quoted(id)}`;
  const total = runQuery(session, soql, { urlBase: request.urlBase }).totalSize;
  const content = {
    count: Math.min(total, maxCount),
    hasMore: total > maxCount,
    listReference: listReference(list, id),
  };
  return { ...content, eTag: entityTag(content) };
}

function several(request: ApiRequest, one: (relatedListId: string) => unknown): ApiResponse {
  const results = (request.params.relatedListIds ?? '').split(',').map((relatedListId) => {
    try {
      return { statusCode: 200, result: one(relatedListId) };
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      return { statusCode: error.httpStatus, result: [{ errorCode: error.code, message: error.message }] };
    }
  });
  return { status: 200, body: { results } };
}
