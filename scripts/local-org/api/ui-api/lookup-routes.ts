import { NotSupportedError } from '../../errors.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import type { Field, SObjectType } from '../../schema/model.ts';
import { illegalParameter, isReadable, noAccess, readableObject } from './access-errors.ts';
import { addPathIfVisible, emptyTree, type FieldTree } from './field-tree.ts';
import { compactFields } from './layout-source.ts';
import { listRecords } from './list-records.ts';
import { nameFieldOf } from './name-fields.ts';
import { intParameter, oneOf, onlyParameters } from './query-parameters.ts';
import { refuseParameters } from './refuse-parameters.ts';
import { quotedPattern } from './soql-text.ts';

const BASE = '/services/data/:version/ui-api/lookups/:object/:field';

export const lookupRoutes: Route[] = [
  { method: 'GET', pattern: BASE, feature: 'UI API: records a lookup can hold', handle: everyTarget },
  {
    method: 'GET',
    pattern: `${BASE}/:target`,
    feature: 'UI API: records of one object a lookup can hold',
    handle: oneTarget,
  },
];

const PARAMETERS = ['dependentFieldBindings', 'page', 'pageSize', 'q', 'searchType', 'sourceRecordId'];
const SEARCH_TYPES = ['Recent', 'Search', 'TypeAhead'] as const;

function everyTarget(request: ApiRequest): ApiResponse {
  const targets = targetsOf(request, lookupField(request));
  return {
    status: 200,
    body: { lookupResults: Object.fromEntries(targets.map((target) => [target.name, search(request, target)])) },
  };
}

function oneTarget(request: ApiRequest): ApiResponse {
  const field = lookupField(request);
  const name = request.params.target ?? '';
  const target = targetsOf(request, field).find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (target === undefined) throw illegalParameter(`Field ${field.name} can not hold ${name}.`);
  return { status: 200, body: search(request, target) };
}

function lookupField(request: ApiRequest): Field {
  onlyParameters(request, PARAMETERS);
  refuseParameters(request, ['dependentFieldBindings']);
  const type = readableObject(request.session, request.params.object ?? '');
  const name = request.params.field ?? '';
  const field = type.field(name);
  if (field?.reference === undefined) throw illegalParameter(`Field: ${name} is not a valid lookup field.`);
  if (!request.session.access.canReadField(type, field.name)) throw noAccess();
  if (field.reference.filter !== undefined)
    throw new NotSupportedError('the UI API lookups of a field with a lookup filter');
  return field;
}

function targetsOf(request: ApiRequest, field: Field): SObjectType[] {
  return (field.reference?.to ?? []).flatMap((name) => {
    const target = request.session.org.schema().object(name);
    return target !== undefined && isReadable(request.session, target) ? [target] : [];
  });
}

/** As a person types: names that begin so, or have a word that begins so. A search takes the text anywhere. */
function search(request: ApiRequest, target: SObjectType): Record<string, unknown> {
  const q = (request.query.get('q') ?? '').trim();
  const searchType = oneOf('searchType', request.query.get('searchType') ?? 'Search', SEARCH_TYPES);
  const pageSize = intParameter(request, 'pageSize', 25, { min: 1, max: 2000 });
  const page = intParameter(request, 'page', 1, { min: 1, max: 80 });
  const wanted = {
    fields: [],
    optionalFields: [],
    pageSize,
    offset: (page - 1) * pageSize,
    sortBy: [],
    where: undefined,
    searchTerm: undefined,
  };
  const name = nameFieldOf(target)?.name ?? 'Id';
  const conditions = [
    ...(q === '' ? [] : [nameCondition(name, q, searchType)]),
    ...(target.name === 'User' ? ['IsActive = true'] : []),
  ];
  const path = `${request.urlBase}/ui-api/lookups/${request.params.object ?? ''}/${request.params.field ?? ''}/${target.name}`;
  const found = listRecords(request, target, wanted, {
    path,
    tree: lookupTree(request, target),
    conditions,
    sortBy: [name],
  });
  const url = (at: number): string =>
    `${path}?${new URLSearchParams({ q, searchType, page: String(at), pageSize: String(pageSize) }).toString()}`;
  const hasNext = found.nextPageToken !== null;
  return {
    count: found.count,
    currentPageToken: String(page),
    currentPageUrl: url(page),
    nextPageToken: hasNext ? String(page + 1) : null,
    nextPageUrl: hasNext ? url(page + 1) : null,
    previousPageToken: page > 1 ? String(page - 1) : null,
    previousPageUrl: page > 1 ? url(page - 1) : null,
    records: found.records,
  };
}

function nameCondition(name: string, q: string, searchType: (typeof SEARCH_TYPES)[number]): string {
  if (searchType !== 'TypeAhead') return `${name} LIKE ${quotedPattern(q, 'contains')}`;
  return `(${name} LIKE ${quotedPattern(q, 'starts')} OR ${name} LIKE ${quotedPattern(` ${q}`, 'contains')})`;
}

/** The name and one more field that tells namesakes apart. */
function lookupTree(request: ApiRequest, target: SObjectType): FieldTree {
  const tree = emptyTree(target);
  const second = compactFields(request.session, target).fields[1];
  for (const path of ['Id', nameFieldOf(target)?.name ?? 'Id', ...(second === undefined ? [] : [second])])
    addPathIfVisible(request.session, tree, path);
  return tree;
}
