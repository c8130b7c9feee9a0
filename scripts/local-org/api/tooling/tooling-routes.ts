import { NotSupportedError, OrgError } from '../../errors.ts';
import { activateFlowVersion } from '../../metadata/flows/activate.ts';
import { refusedObject } from '../../metadata/types/unmodelled.ts';
import type { FieldValue, Session } from '../../org.ts';
import { describeSObject } from '../../schema/describe.ts';
import type { SObjectType } from '../../schema/model.ts';
import type { QueryRecord } from '../../soql/contract.ts';
import { notFound } from '../error-body.ts';
import { query, queryMore } from '../rest/query-routes.ts';
import { readRecord } from '../rest/read-record.ts';
import { requireId } from '../rest/record-routes.ts';
import { isJsonObject, requireJsonObject } from '../rest/row-from-json.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';

const BASE = '/services/data/:version/tooling';
const SOBJECTS = `${BASE}/sobjects`;

export const toolingRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: `${BASE}/query`,
    feature: 'Tooling Query',
    handle: (request) => query(request, false, true),
  },
  { method: 'GET', pattern: `${BASE}/query/:locator`, feature: 'Tooling Query More Results', handle: queryMore },
  { method: 'GET', pattern: SOBJECTS, feature: 'Tooling Describe Global', handle: describeAll },
  { method: 'GET', pattern: `${SOBJECTS}/:object/describe`, feature: 'Tooling sObject Describe', handle: describe },
  { method: 'GET', pattern: `${SOBJECTS}/:object/:id`, feature: 'Tooling record read', handle: read },
  { method: 'PATCH', pattern: `${SOBJECTS}/:object/:id`, feature: 'Tooling FlowDefinition activation', handle: update },
  { method: 'POST', pattern: `${SOBJECTS}/:object`, feature: 'Tooling record create: refused by name', handle: refuse },
  {
    method: 'DELETE',
    pattern: `${SOBJECTS}/:object/:id`,
    feature: 'Tooling record delete: refused by name',
    handle: refuse,
  },
];

/** Clients look for SourceMember to learn whether an org tracks sources: this one does not, so it is not found. */
function toolingType(session: Session, name: string): SObjectType {
  const type = session.org.schema().object(name);
  const refused = type === undefined ? refusedObject(name) : undefined;
  if (refused !== undefined) throw refused;
  if (type?.tooling === undefined || !session.access.object(type).read) throw notFound();
  return type;
}

function describe({ session, params, urlBase }: ApiRequest): ApiResponse {
  const type = toolingType(session, params['object'] ?? '');
  return { status: 200, body: describeSObject(session, type, `${urlBase}/tooling`) };
}

const ONLY_IN_DESCRIBE = new Set(['fields', 'childRelationships', 'recordTypeInfos']);

function describeAll({ session, urlBase }: ApiRequest): ApiResponse {
  const types = session.org
    .schema()
    .objects.filter((type) => type.tooling !== undefined && session.access.object(type).read);
  const sobjects = types.map((type) => {
    const described = Object.entries(describeSObject(session, type, `${urlBase}/tooling`));
    return Object.fromEntries(described.filter(([name]) => !ONLY_IN_DESCRIBE.has(name)));
  });
  return { status: 200, body: { encoding: 'UTF-8', maxBatchSize: 200, sobjects } };
}

/** Metadata is no column: what an installer reads back of a flow is which version is active. */
function read(request: ApiRequest): ApiResponse {
  const { session, params, query: asked, urlBase } = request;
  const type = toolingType(session, params['object'] ?? '');
  const id = requireId(type, params['id'] ?? '');
  const wanted = asked.get('fields')?.split(',');
  const fields = wanted?.filter((name) => name.trim() !== 'Metadata');
  const wantsMetadata = wanted === undefined ? type.name === 'FlowDefinition' : fields?.length !== wanted.length;
  if (wantsMetadata && type.name !== 'FlowDefinition')
    throw new NotSupportedError(`the Metadata field of ${type.name} in the Tooling API`);
  const record = readRecord(session, type, id, { urlBase: `${urlBase}/tooling`, tooling: true, fields });
  return { status: 200, body: wantsMetadata ? { ...record, Metadata: flowMetadata(session, id) } : record };
}

function flowMetadata(session: Session, definitionId: string): Record<string, FieldValue> {
  const { org } = session;
  const row = org.store
    .prepare(
      `SELECT v."VersionNumber" AS active, d."Description" AS description, d."MasterLabel" AS label
       FROM "FlowDefinition" d LEFT JOIN "Flow" v ON v."Id" = d."ActiveVersionId" WHERE d."Id" = ?`,
    )
    .get(definitionId);
  return {
    activeVersionNumber: row?.['active'] === null || row === undefined ? null : Number(row['active']),
    description: (row?.['description'] ?? null) as FieldValue,
    masterLabel: (row?.['label'] ?? null) as FieldValue,
  };
}

/** The one change an installer makes here: which version of a flow runs; 0 or null stops it. */
function update(request: ApiRequest): ApiResponse {
  const { session, params } = request;
  const type = toolingType(session, params['object'] ?? '');
  if (type.name !== 'FlowDefinition') throw new NotSupportedError(`changes to ${type.name} through the Tooling API`);
  const id = requireId(type, params['id'] ?? '');
  const { Metadata: metadata, ...others } = requireJsonObject(request.json());
  if (!isJsonObject(metadata) || !('activeVersionNumber' in metadata)) {
    throw new OrgError('REQUIRED_FIELD_MISSING', 'Required fields are missing: [Metadata.activeVersionNumber]');
  }
  for (const name of [...Object.keys(others), ...Object.keys(metadata)]) {
    if (!['attributes', 'Id', 'FullName', 'activeVersionNumber'].includes(name))
      throw new NotSupportedError(`a change of FlowDefinition.${name}`);
  }
  const number = Number(metadata['activeVersionNumber'] ?? 0);
  if (!Number.isSafeInteger(number))
    throw new OrgError('JSON_PARSER_ERROR', 'Expected a whole number in activeVersionNumber.');
  const record: QueryRecord = readRecord(session, type, id, {
    urlBase: request.urlBase,
    tooling: true,
    fields: ['DeveloperName'],
  });
  activateFlowVersion(session, String(record['DeveloperName']), number);
  return { status: 204 };
}

function refuse({ method, session, params }: ApiRequest): ApiResponse {
  const type = toolingType(session, params['object'] ?? '');
  throw new NotSupportedError(`${method} of ${type.name} in the Tooling API`);
}
