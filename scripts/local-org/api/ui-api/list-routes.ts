import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { readableObject } from './access-errors.ts';
import { entityTag } from './entity-tag.ts';
import { listInfo, viewReference } from './list-info.ts';
import { listTree } from './list-query.ts';
import { listRecords } from './list-records.ts';
import { type ListRequest, listRequestOfBody, listRequestOfQuery } from './list-request.ts';
import { type ListView, listViewById, listViewByName, listViews, viewConditions } from './list-view.ts';
import { nameFieldOf } from './name-fields.ts';
import { intParameter, onlyParameters } from './query-parameters.ts';
import { offsetOf, pageLinks } from './record-page.ts';

const BASE = '/services/data/:version/ui-api';

export const listRoutes: Route[] = [
  {
    method: 'GET',
    pattern: `${BASE}/list-info/:object`,
    feature: 'UI API: list views of an object',
    handle: viewsOfObject,
  },
  { method: 'GET', pattern: `${BASE}/list-info/:object/:view`, feature: 'UI API: list view info', handle: infoOfView },
  {
    method: 'GET',
    pattern: `${BASE}/list-records/:object/:view`,
    feature: 'UI API: records of a list view',
    handle: (request) => recordsOfView(request, listRequestOfQuery(request)),
  },
  {
    method: 'POST',
    pattern: `${BASE}/list-records/:object/:view`,
    feature: 'UI API: records of a list view, filtered',
    handle: recordsByBody,
  },
  {
    method: 'GET',
    pattern: `${BASE}/list-ui/:object`,
    feature: 'UI API: list view summaries, or a list view by id',
    handle: summariesOrView,
  },
  {
    method: 'GET',
    pattern: `${BASE}/list-ui/:object/:view`,
    feature: 'UI API: list view with records',
    handle: (request) => listUi(request, viewOf(request)),
  },
];

function viewOf(request: ApiRequest): ListView {
  const type = readableObject(request.session, request.params.object ?? '');
  return listViewByName(request.session, type, request.params.view ?? '');
}

function infoOfView(request: ApiRequest): ApiResponse {
  onlyParameters(request, []);
  return { status: 200, body: listInfo(request.session, viewOf(request)) };
}

function recordsByBody(request: ApiRequest): ApiResponse {
  onlyParameters(request, []);
  return recordsOfView(request, listRequestOfBody(request.json()));
}

function recordsOfView(request: ApiRequest, wanted: ListRequest): ApiResponse {
  return { status: 200, body: records(request, viewOf(request), wanted) };
}

function listUi(request: ApiRequest, view: ListView): ApiResponse {
  const content = {
    info: listInfo(request.session, view),
    records: records(request, view, listRequestOfQuery(request)),
  };
  return { status: 200, body: { ...content, eTag: entityTag(content) } };
}

/** A list view's records always carry its columns. */
function records(request: ApiRequest, view: ListView, wanted: ListRequest): Record<string, unknown> {
  const { session } = request;
  const sortBy = [nameFieldOf(view.type)?.name ?? 'Id'];
  const page = listRecords(request, view.type, wanted, {
    path: `${request.urlBase}/ui-api/list-records/${view.type.name}/${view.apiName}`,
    tree: listTree(session, view.type, {
      fields: wanted.fields,
      optionalFields: [...view.columns, ...wanted.optionalFields, 'Id'],
    }),
    conditions: viewConditions(session, view),
    sortBy,
  });
  const listInfoETag = String(listInfo(session, view).eTag);
  return {
    ...page,
    listInfoETag,
    listReference: viewReference(view),
    sortBy: wanted.sortBy.length > 0 ? wanted.sortBy : sortBy,
  };
}

/** `list-ui/Account` lists the views of an object, `list-ui/00B…` shows one. */
function summariesOrView(request: ApiRequest): ApiResponse {
  const given = request.params.object ?? '';
  return given.startsWith('00B') ? listUi(request, listViewById(request.session, given)) : viewsOfObject(request);
}

function viewsOfObject(request: ApiRequest): ApiResponse {
  onlyParameters(request, ['pageSize', 'pageToken', 'q', 'recentListsOnly']);
  const { session, query, urlBase } = request;
  const type = readableObject(session, request.params.object ?? '');
  const pageSize = intParameter(request, 'pageSize', 20, { min: 1, max: 2000 });
  const offset = offsetOf(query.get('pageToken'));
  const q = query.get('q');
  const views = listViews(session, type).filter(
    ({ label }) => q === null || label.toLowerCase().includes(q.toLowerCase()),
  );
  const lists = views.slice(offset, offset + pageSize).map(({ apiName, id, label }) => ({
    apiName,
    id,
    label,
    listUiUrl: `${urlBase}/ui-api/list-ui/${type.name}/${apiName}`,
  }));
  const links = pageLinks(
    `${urlBase}/ui-api/list-ui/${type.name}`,
    new URLSearchParams(),
    { pageSize, offset },
    views.length > offset + pageSize,
  );
  const content = {
    count: lists.length,
    ...links,
    lists,
    objectApiName: type.name,
    pageSize,
    queryString: q,
    recentListsOnly: false,
  };
  return { status: 200, body: { ...content, eTag: entityTag(content) } };
}
