import { OrgError } from '../../errors.ts';
import type { Session } from '../../org.ts';
import { save } from '../../save/save.ts';
import type { SaveError } from '../../save/contract.ts';
import type { SObjectType } from '../../schema/model.ts';
import { objectType } from '../rest/object-type.ts';
import { isJsonObject, type JsonObject, noSuchColumn, requireJsonObject, rowFromJson } from '../rest/row-from-json.ts';
import type { ApiRequest, ApiResponse } from '../route.ts';

const MAX_RECORDS = 200;
const MAX_DEPTH = 5;

interface TreeNode {
  readonly type: SObjectType;
  readonly referenceId: string;
  readonly fields: JsonObject;
  readonly parent?: { readonly node: TreeNode; readonly field: string };
  id?: string;
}

type NodeErrors = { readonly referenceId: string; readonly errors: readonly SaveError[] };

class TreeRefused extends Error {
  readonly results: readonly NodeErrors[];

  constructor(results: readonly NodeErrors[]) {
    super('A record of the tree was refused.');
    this.results = results;
  }
}

/** Creates parents and their children, level by level, in one transaction. */
export function createTree(request: ApiRequest): ApiResponse {
  const { session, params } = request;
  const type = objectType(session, params['object'] ?? '');
  const levels = readLevels(session, type, requireJsonObject(request.json()));
  try {
    session.org.store.transaction(() => levels.forEach((level) => saveLevel(session, level)));
  } catch (error) {
    if (error instanceof TreeRefused) return { status: 400, body: { hasErrors: true, results: error.results } };
    throw error;
  }
  const results = levels.flat().map(({ referenceId, id }) => ({ referenceId, id }));
  return { status: 201, body: { hasErrors: false, results } };
}

function readLevels(session: Session, type: SObjectType, body: JsonObject): TreeNode[][] {
  const levels: TreeNode[][] = [];
  readRecords(session, type, body, undefined, levels, 0);
  const nodes = levels.flat();
  if (nodes.length > MAX_RECORDS)
    throw new OrgError('INVALID_INPUT', `A tree holds at most ${MAX_RECORDS} records, got ${nodes.length}.`);
  if (new Set(nodes.map(({ referenceId }) => referenceId)).size < nodes.length)
    throw new OrgError('INVALID_INPUT', 'Duplicate ReferenceId provided in the request.');
  return levels;
}

function readRecords(
  session: Session,
  type: SObjectType,
  holder: JsonObject,
  parent: TreeNode['parent'],
  levels: TreeNode[][],
  depth: number,
): void {
  const { records } = holder;
  if (!Array.isArray(records)) throw new OrgError('JSON_PARSER_ERROR', 'Expected an array in records.');
  if (depth >= MAX_DEPTH) throw new OrgError('INVALID_INPUT', `A tree is at most ${MAX_DEPTH} levels deep.`);
  const level = (levels[depth] ??= []);
  for (const record of records) {
    if (!isJsonObject(record) || !isJsonObject(record['attributes']))
      throw new OrgError('INVALID_INPUT', 'Each record needs attributes with type and referenceId.');
    const { type: named, referenceId } = record['attributes'];
    if (String(named).toLowerCase() !== type.name.toLowerCase())
      throw new OrgError('INVALID_INPUT', `Expected a record of type ${type.name}, got ${String(named)}.`);
    if (typeof referenceId !== 'string' || referenceId === '')
      throw new OrgError('INVALID_INPUT', 'Include a reference ID for each record in the request.');
    const fields: Record<string, unknown> = {};
    const node: TreeNode = { type, referenceId, fields, parent };
    level.push(node);
    for (const [name, value] of Object.entries(record)) {
      if (isJsonObject(value) && Array.isArray(value['records']))
        readChildren(session, node, name, value, levels, depth);
      else fields[name] = value;
    }
  }
}

function readChildren(
  session: Session,
  node: TreeNode,
  name: string,
  holder: JsonObject,
  levels: TreeNode[][],
  depth: number,
): void {
  const relationships = session.org.schema().children(node.type.name);
  const child = relationships.find(({ relationshipName }) => relationshipName?.toLowerCase() === name.toLowerCase());
  if (child === undefined) throw noSuchColumn(node.type, name);
  readRecords(session, objectType(session, child.child), holder, { node, field: child.field }, levels, depth + 1);
}

function saveLevel(session: Session, level: readonly TreeNode[]): void {
  const requests = level.map(({ type, fields, parent }) => {
    const row = rowFromJson(fields);
    return { object: type.name, row: parent === undefined ? row : { ...row, [parent.field]: parent.node.id ?? null } };
  });
  const results = save(session, 'insert', requests, { allOrNone: true });
  const refused = level.flatMap(({ referenceId }, index): NodeErrors[] => {
    const own =
      results[index]?.errors.filter(({ statusCode }) => statusCode !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK') ?? [];
    return own.length === 0 ? [] : [{ referenceId, errors: own }];
  });
  if (refused.length > 0 || results.some(({ success }) => !success)) throw new TreeRefused(refused);
  for (const [index, node] of level.entries()) node.id = results[index]?.id ?? undefined;
}
