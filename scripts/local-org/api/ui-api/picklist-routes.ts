import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { illegalParameter, noSuchColumn, readableObject } from './access-errors.ts';
import { entityTag } from './entity-tag.ts';
import { picklistFields, picklistValues } from './picklist-values.ts';
import { onlyParameters } from './query-parameters.ts';
import { recordTypeById } from './record-types.ts';

const BASE = '/services/data/:version/ui-api/object-info/:object/picklist-values/:recordTypeId';

export const picklistRoutes: Route[] = [
  { method: 'GET', pattern: BASE, feature: 'UI API: values of all picklists of a record type', handle: all },
  { method: 'GET', pattern: `${BASE}/:field`, feature: 'UI API: values of a picklist', handle: one },
];

function all(request: ApiRequest): ApiResponse {
  onlyParameters(request, []);
  const { session, urlBase } = request;
  const type = readableObject(session, request.params.object ?? '');
  const recordType = recordTypeById(session, type, request.params.recordTypeId ?? '');
  const picklistFieldValues = Object.fromEntries(
    picklistFields(session, type).map((field) => [
      field.name,
      picklistValues(session, type, field, { recordType, urlBase }),
    ]),
  );
  return { status: 200, body: { eTag: entityTag(picklistFieldValues), picklistFieldValues } };
}

function one(request: ApiRequest): ApiResponse {
  onlyParameters(request, []);
  const { session, urlBase } = request;
  const type = readableObject(session, request.params.object ?? '');
  const name = request.params.field ?? '';
  const field = type.field(name);
  if (field === undefined || !session.access.canReadField(type, field.name)) throw noSuchColumn(name, type);
  if (field.picklist === undefined) throw illegalParameter(`Field ${field.name} is not a picklist.`);
  const recordType = recordTypeById(session, type, request.params.recordTypeId ?? '');
  return { status: 200, body: picklistValues(session, type, field, { recordType, urlBase }) };
}
