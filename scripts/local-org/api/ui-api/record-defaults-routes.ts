import type { Session } from '../../org.ts';
import type { SObjectType } from '../../schema/model.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { noAccess, objectOfId, readableObject } from './access-errors.ts';
import { defaultRow } from './default-record.ts';
import { displayValue } from './display-value.ts';
import { entityTag } from './entity-tag.ts';
import { addPathIfVisible, belowObject, emptyTree } from './field-tree.ts';
import { layoutRepresentation } from './layout-representation.ts';
import { objectInfo } from './object-info.ts';
import { listParameter, onlyParameters } from './query-parameters.ts';
import { readRecord } from './read-records.ts';
import type { FieldValueRepresentation } from './record-representation.ts';
import { defaultRecordTypeId, MASTER_RECORD_TYPE_ID, recordTypeById, recordTypeInfos } from './record-types.ts';
import { viewerOf } from './viewer.ts';

const BASE = '/services/data/:version/ui-api/record-defaults';
const PARAMETERS = ['formFactor', 'optionalFields', 'recordTypeId'];

export const recordDefaultsRoutes: Route[] = [
  { method: 'GET', pattern: `${BASE}/create/:object`, feature: 'UI API: defaults of a new record', handle: forCreate },
  {
    method: 'GET',
    pattern: `${BASE}/clone/:recordId`,
    feature: 'UI API: defaults of a cloned record',
    handle: forClone,
  },
];

function forCreate(request: ApiRequest): ApiResponse {
  onlyParameters(request, PARAMETERS);
  const { session } = request;
  const type = creatable(session, readableObject(session, request.params.object ?? ''));
  const recordTypeId = chosenRecordType(request, type, null);
  const row = defaultRow(session, type, recordTypeId === MASTER_RECORD_TYPE_ID ? null : recordTypeId);
  const viewer = viewerOf(session);
  const fields: Record<string, FieldValueRepresentation> = {};
  for (const name of newRecordFields(request, type)) {
    const field = type.field(name);
    const value = row[name] ?? null;
    if (field !== undefined) fields[name] = { displayValue: displayValue(field, value, viewer), value };
  }
  return answer(request, type, recordTypeId, fields);
}

function forClone(request: ApiRequest): ApiResponse {
  onlyParameters(request, PARAMETERS);
  const { session } = request;
  const { recordId = '' } = request.params;
  const type = creatable(session, objectOfId(session, recordId));
  const tree = emptyTree(type);
  for (const name of newRecordFields(request, type)) addPathIfVisible(session, tree, name);
  const source = readRecord(request, tree, recordId);
  const recordTypeId = chosenRecordType(request, type, source.recordTypeId);
  return answer(request, type, recordTypeId, source.fields);
}

function answer(
  request: ApiRequest,
  type: SObjectType,
  recordTypeId: string,
  fields: Readonly<Record<string, FieldValueRepresentation>>,
): ApiResponse {
  const { session } = request;
  const info = recordTypeInfos(session, type)[recordTypeId];
  const record = {
    apiName: type.name,
    childRelationships: {},
    fields,
    id: null,
    lastModifiedById: null,
    lastModifiedDate: null,
    recordTypeId,
    recordTypeInfo: info?.master === true ? null : (info ?? null),
    systemModstamp: null,
    weakEtag: 0,
  };
  const layout = layoutRepresentation(session, type, {
    layoutType: 'Full',
    mode: 'Create',
    recordType: recordTypeById(session, type, recordTypeId),
  });
  const body = {
    layout,
    objectInfos: { [type.name]: objectInfo(session, type) },
    record: { ...record, eTag: entityTag(record) },
  };
  return { status: 200, body };
}

function chosenRecordType(request: ApiRequest, type: SObjectType, ofSource: string | null): string {
  const id =
    request.query.get('recordTypeId') ??
    ofSource ??
    defaultRecordTypeId(request.session, type) ??
    MASTER_RECORD_TYPE_ID;
  recordTypeById(request.session, type, id);
  return id;
}

/** Every field that this user could fill, and the optional ones that were asked for. */
function newRecordFields(request: ApiRequest, type: SObjectType): string[] {
  const { access } = request.session;
  const creatableFields = type.fields.filter(
    (field) => field.createable && access.canReadField(type, field.name) && access.canEditField(type, field.name),
  );
  const optional = listParameter(request, 'optionalFields').flatMap((given) => {
    const field = type.field(belowObject(type, given) ?? '');
    return field !== undefined && access.canReadField(type, field.name) ? [field.name] : [];
  });
  return [...new Set([...creatableFields.map(({ name }) => name), ...optional])];
}

function creatable(session: Session, type: SObjectType): SObjectType {
  if (!type.createable || !session.access.object(type).create) throw noAccess();
  return type;
}
