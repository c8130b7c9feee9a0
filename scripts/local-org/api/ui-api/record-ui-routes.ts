import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import type { SObjectType } from '../../schema/model.ts';
import { objectOfId } from './access-errors.ts';
import { entityTag } from './entity-tag.ts';
import { addPathIfVisible, belowObject, emptyTree, type FieldTree } from './field-tree.ts';
import { layoutFieldPaths } from './layout-fields.ts';
import { layoutRepresentation } from './layout-representation.ts';
import { LAYOUT_TYPES, MODES } from './layout-words.ts';
import { objectInfo } from './object-info.ts';
import { listParameter, oneOf, onlyParameters } from './query-parameters.ts';
import { readRecord } from './read-records.ts';
import type { RecordRepresentation } from './record-representation.ts';
import { MASTER_RECORD_TYPE_ID, recordTypeById } from './record-types.ts';
import { refuseParameters } from './refuse-parameters.ts';

export const recordUiRoutes: Route[] = [
  {
    method: 'GET',
    pattern: '/services/data/:version/ui-api/record-ui/:recordIds',
    feature: 'UI API: record UI',
    handle: getRecordUi,
  },
];

interface Wanted {
  readonly layoutTypes: readonly (typeof LAYOUT_TYPES)[number][];
  readonly modes: readonly (typeof MODES)[number][];
  readonly optional: readonly string[];
}

/** Records with the layouts and object infos that it takes to show them. */
function getRecordUi(request: ApiRequest): ApiResponse {
  onlyParameters(request, [
    'childRelationships',
    'formFactor',
    'layoutTypes',
    'modes',
    'optionalFields',
    'pageSize',
    'updateMru',
  ]);
  refuseParameters(request, ['childRelationships']);
  const wanted: Wanted = {
    layoutTypes: (listParameter(request, 'layoutTypes').length > 0
      ? listParameter(request, 'layoutTypes')
      : ['Full']
    ).map((given) => oneOf('layoutTypes', given, LAYOUT_TYPES)),
    modes: (listParameter(request, 'modes').length > 0 ? listParameter(request, 'modes') : ['View']).map((given) =>
      oneOf('modes', given, MODES),
    ),
    optional: listParameter(request, 'optionalFields'),
  };
  const records: Record<string, RecordRepresentation> = {};
  const layouts: Record<string, Record<string, unknown>> = {};
  const objectInfos: Record<string, unknown> = {};
  for (const id of (request.params.recordIds ?? '').split(',')) {
    const type = objectOfId(request.session, id);
    const tree = treeOf(request, type, wanted);
    const record = readRecord(request, tree, id);
    records[record.id ?? id] = record;
    for (const above of objectsIn(tree)) objectInfos[above.name] ??= objectInfo(request.session, above);
    const recordTypeId = record.recordTypeId ?? MASTER_RECORD_TYPE_ID;
    (layouts[type.name] ??= {})[recordTypeId] ??= layoutsOf(request, type, recordTypeId, wanted);
  }
  const content = { layoutUserStates: {}, layouts, objectInfos, records };
  return { status: 200, body: { ...content, eTag: entityTag(content) } };
}

function treeOf(request: ApiRequest, type: SObjectType, wanted: Wanted): FieldTree {
  const tree = emptyTree(type);
  const layoutPaths = wanted.layoutTypes.flatMap((layoutType) => layoutFieldPaths(request.session, type, layoutType));
  const optionalPaths = wanted.optional.flatMap((given) => belowObject(type, given) ?? []);
  for (const path of [...layoutPaths, ...optionalPaths]) addPathIfVisible(request.session, tree, path);
  return tree;
}

function objectsIn(tree: FieldTree): SObjectType[] {
  return [tree.type, ...[...tree.parents.values()].flatMap((parent) => objectsIn(parent.tree))];
}

/** Layout type → mode → layout. */
function layoutsOf(
  request: ApiRequest,
  type: SObjectType,
  recordTypeId: string,
  wanted: Wanted,
): Record<string, unknown> {
  const recordType = recordTypeById(request.session, type, recordTypeId);
  return Object.fromEntries(
    wanted.layoutTypes.map((layoutType) => [
      layoutType,
      Object.fromEntries(
        wanted.modes.map((mode) => [
          mode,
          layoutRepresentation(request.session, type, { layoutType, mode, recordType }),
        ]),
      ),
    ]),
  );
}
