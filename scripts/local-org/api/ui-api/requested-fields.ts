import type { ApiRequest } from '../route.ts';
import type { SObjectType } from '../../schema/model.ts';
import { illegalParameter } from './access-errors.ts';
import { addPath, addPathIfVisible, belowObject, emptyTree, type FieldTree } from './field-tree.ts';
import { layoutFieldPaths } from './layout-fields.ts';
import { LAYOUT_TYPES, MODES } from './layout-words.ts';
import { listParameter, oneOf } from './query-parameters.ts';

/**
 * `fields`, `optionalFields`, `layoutTypes` and `modes` of a record resource as one tree. In a batch the fields of the
 * other records' objects stand in the same list.
 */
export function requestedFields(request: ApiRequest, type: SObjectType, options: { batch?: boolean } = {}): FieldTree {
  const fields = listParameter(request, 'fields');
  const optional = listParameter(request, 'optionalFields');
  const layoutTypes = listParameter(request, 'layoutTypes').map((given) => oneOf('layoutTypes', given, LAYOUT_TYPES));
  listParameter(request, 'modes').forEach((given) => oneOf('modes', given, MODES));
  if (fields.length + optional.length + layoutTypes.length === 0) {
    throw illegalParameter('Specify at least one of the parameters fields, optionalFields, layoutTypes.');
  }
  const own = options.batch === true ? fields.filter((given) => belowObject(type, given) !== undefined) : fields;
  return treeOf(request, type, { fields: own, optional, layoutTypes });
}

interface Wanted {
  readonly fields: readonly string[];
  readonly optional: readonly string[];
  readonly layoutTypes: readonly (typeof LAYOUT_TYPES)[number][];
}

function treeOf(request: ApiRequest, type: SObjectType, wanted: Wanted): FieldTree {
  const tree = emptyTree(type);
  for (const given of wanted.fields) {
    const path = belowObject(type, given);
    if (path === undefined)
      throw illegalParameter(`Expected a field of ${type.name} such as ${type.name}.Id, got ${given}.`);
    addPath(request.session, tree, path);
  }
  for (const given of wanted.optional) {
    const path = belowObject(type, given);
    if (path !== undefined) addPathIfVisible(request.session, tree, path);
  }
  for (const layoutType of wanted.layoutTypes) {
    for (const path of layoutFieldPaths(request.session, type, layoutType))
      addPathIfVisible(request.session, tree, path);
  }
  return tree;
}
