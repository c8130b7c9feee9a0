import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { readableObject } from './access-errors.ts';
import { layoutRepresentation } from './layout-representation.ts';
import { LAYOUT_TYPES, MODES } from './layout-words.ts';
import { oneOf, onlyParameters } from './query-parameters.ts';
import { defaultRecordTypeId, MASTER_RECORD_TYPE_ID, recordTypeById } from './record-types.ts';

export const layoutRoutes: Route[] = [
  {
    method: 'GET',
    pattern: '/services/data/:version/ui-api/layout/:object',
    feature: 'UI API: page and compact layout',
    handle: getLayout,
  },
];

function getLayout(request: ApiRequest): ApiResponse {
  onlyParameters(request, ['formFactor', 'layoutType', 'mode', 'recordTypeId']);
  const { session, query } = request;
  const type = readableObject(session, request.params.object ?? '');
  const layoutType = oneOf('layoutType', query.get('layoutType') ?? 'Full', LAYOUT_TYPES);
  const mode = oneOf('mode', query.get('mode') ?? 'View', MODES);
  const recordTypeId = query.get('recordTypeId') ?? defaultRecordTypeId(session, type) ?? MASTER_RECORD_TYPE_ID;
  const recordType = recordTypeById(session, type, recordTypeId);
  return { status: 200, body: layoutRepresentation(session, type, { layoutType, mode, recordType }) };
}
