import type { QueryRecord } from '../../soql/contract.ts';
import { isRecord } from '../ui-api/record-representation.ts';
import { quoted } from '../ui-api/soql-text.ts';
import { readChildren } from './read-children.ts';
import { query, type Reader } from './reader.ts';
import { type RecordNode, recordNode } from './record-node.ts';
import type { ParentSelection, RecordSelection } from './record-selection.ts';
import { IDS_PER_QUERY, selectColumns } from './select-columns.ts';

/** Records of one level with everything below them, one statement per relationship of the level, never one per record. */
export function buildNodes(reader: Reader, selection: RecordSelection, records: readonly QueryRecord[]): RecordNode[] {
  const { session } = reader.request;
  const nodes = records.map((record) => recordNode(session, selection.type, record, reader.viewer));
  for (const [name, parent] of selection.parents) attachParents(reader, nodes, name, parent);
  for (const [key, child] of selection.children) {
    const ids = nodes.map((node) => String(node.record.Id));
    const connections = readChildren(reader, child, ids, buildNodes);
    for (const node of nodes) node.children.set(key, connections(String(node.record.Id)));
  }
  return nodes;
}

function attachParents(reader: Reader, nodes: readonly RecordNode[], name: string, parent: ParentSelection): void {
  const [only, ...others] = parent.targets;
  if (only === undefined) return;
  const holders = nodes.filter((node) =>
    others.length > 0 ? node.record[parent.field.name] !== null : isRecord(node.record[name]),
  );
  const keyOf = (node: RecordNode): string => {
    const nested = node.record[name];
    return String(others.length === 0 && isRecord(nested) ? nested.Id : node.record[parent.field.name]);
  };
  const found =
    others.length > 0 ? readTargets(reader, parent, holders.map(keyOf)) : nestedParents(reader, only, holders, name);
  for (const node of holders) {
    const above = found.get(keyOf(node));
    if (above !== undefined) node.parents.set(name, above);
  }
}

function nestedParents(
  reader: Reader,
  selection: RecordSelection,
  holders: readonly RecordNode[],
  name: string,
): Map<string, RecordNode> {
  const records = new Map<string, QueryRecord>();
  for (const { record } of holders) {
    const nested = record[name];
    if (isRecord(nested)) records.set(String(nested.Id), nested);
  }
  return byId(buildNodes(reader, selection, [...records.values()]));
}

/** A lookup that may hold several objects: one statement per object that is really there. */
function readTargets(reader: Reader, parent: ParentSelection, ids: readonly string[]): Map<string, RecordNode> {
  const found = new Map<string, RecordNode>();
  for (const target of parent.targets) {
    const own = [...new Set(ids)].filter((id) => id.startsWith(target.type.keyPrefix));
    for (let start = 0; start < own.length; start += IDS_PER_QUERY) {
      const list = own
        .slice(start, start + IDS_PER_QUERY)
        .map(quoted)
        .join(', ');
      const soql = `SELECT ${selectColumns(target).join(', ')} FROM ${target.type.name} WHERE Id IN (${list})`;
      for (const [id, node] of byId(buildNodes(reader, target, query(reader, soql)))) found.set(id, node);
    }
  }
  return found;
}

function byId(nodes: readonly RecordNode[]): Map<string, RecordNode> {
  return new Map(nodes.map((node) => [String(node.record.Id), node]));
}
