import { locateField } from '../../formula/field-path.ts';
import { flowScope, type FlowNames } from '../../formula/flow-scope.ts';
import type { SObjectType } from '../../schema/model.ts';
import { integrityError, located } from '../flow-problem.ts';
import { mergeFields } from '../merge-text.ts';

const REFERENCES: ReadonlySet<string> = new Set([
  'assignRecordIdToReference',
  'assignToReference',
  'collectionReference',
  'elementReference',
  'inputReference',
  'leftValueReference',
  'outputReference',
]);
const TEXTS: ReadonlySet<string> = new Set(['errorMessage', 'stringValue', 'text']);

/** Stands between a collection's name and a field in a transform: the item at hand. */
export const EACH_ITEM = '[$EachItem]';

/** Every name that an element uses, in references and in texts, must stand for something of the flow or the org. */
export function checkReferences(part: unknown, names: FlowNames): void {
  if (typeof part !== 'object' || part === null) return;
  const isVisit = (part as { operator?: unknown }).operator === 'WasVisited';
  for (const [tag, value] of Object.entries(part)) {
    if (typeof value === 'string') {
      if (REFERENCES.has(tag) && !(isVisit && tag === 'leftValueReference')) requireName(part, tag, value, names);
      if (TEXTS.has(tag)) for (const name of mergeFields(value)) requireName(part, tag, name, names);
    } else if (Array.isArray(value)) for (const one of value) checkReferences(one, names);
    else checkReferences(value, names);
  }
}

function requireName(at: object, tag: string, reference: string, names: FlowNames): void {
  located(at, tag, () => {
    if (!isKnown(reference, names)) throw integrityError(`The element has an invalid reference to "${reference}".`);
  });
}

function isKnown(reference: string, names: FlowNames): boolean {
  const [root = '', ...path] = reference.replace(EACH_ITEM, '').split('.');
  const lower = root.toLowerCase();
  if (lower === '$record' || lower === '$record__prior')
    return names.recordType !== undefined && isField(names, names.recordType, path);
  if (root.startsWith('$')) return flowScope(names).resolve([root, ...path]) !== undefined;
  return isNameOf(names, root, path) || isNameOf(names, `${root}.${path[0] ?? ''}`, path.slice(1));
}

function isNameOf(names: FlowNames, name: string, path: readonly string[]): boolean {
  const found = names.find(name);
  if (found?.name !== name) return false;
  return path.length === 0 || (found.object !== undefined && isField(names, found.object, path));
}

const isField = ({ schema }: FlowNames, type: SObjectType, path: readonly string[]): boolean =>
  path.length === 0 || locateField(schema, type, path) !== undefined;
