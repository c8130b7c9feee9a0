import type { FieldNode, SelectionSetNode } from 'graphql';
import { NotSupportedError } from '../../errors.ts';
import type { Field, SObjectType } from '../../schema/model.ts';
import { nameFieldOf } from '../ui-api/name-fields.ts';
import type { Reader } from './reader.ts';
import { selectedFields } from './selected-fields.ts';
import { type NamedChild, namedChildren, namedParents } from './type-context.ts';

/** What one level of a query wants of an object: its columns, the records it looks up, the records that look it up. */
export interface RecordSelection {
  readonly type: SObjectType;
  readonly columns: Set<string>;
  readonly parents: Map<string, ParentSelection>;
  readonly children: Map<string, ChildSelection>;
}

export interface ParentSelection {
  readonly field: Field;
  /** One per object that the lookup may hold. */
  readonly targets: readonly RecordSelection[];
}

export interface ChildSelection {
  readonly parent: SObjectType;
  readonly relationship: NamedChild;
  readonly nodes: readonly FieldNode[];
  readonly selection: RecordSelection;
}

const META = new Set(['__typename', 'ApiName', 'Id']);

export function recordSelection(
  reader: Reader,
  type: SObjectType,
  sets: readonly (SelectionSetNode | undefined)[],
  depth: { readonly belowChild: boolean } = { belowChild: false },
): RecordSelection {
  const selection: RecordSelection = { type, columns: new Set(['Id']), parents: new Map(), children: new Map() };
  const parents = new Map(namedParents(reader.types, type).map((parent) => [parent.name, parent]));
  const children = new Map(namedChildren(reader.types, type).map((child) => [child.name, child]));
  for (const [key, nodes] of selectedFields(reader, sets, [type.name, 'Record'])) {
    const name = nodes[0]?.name.value ?? key;
    const below = nodes.map((node) => node.selectionSet);
    const column = columnOf(type, name);
    const parent = parents.get(name);
    const child = children.get(name);
    if (META.has(name)) continue;
    if (column !== undefined) selection.columns.add(column);
    else if (parent !== undefined) {
      const targets = parent.targets.map((target) => recordSelection(reader, target, below, depth));
      selection.parents.set(name, { field: parent.field, targets });
    } else if (child !== undefined) {
      if (depth.belowChild)
        throw new NotSupportedError(`GraphQL child relationship ${name} below another child relationship`);
      const rows = recordSelection(reader, child.child, nodeSets(reader, nodes), { belowChild: true });
      selection.children.set(key, { parent: type, relationship: child, nodes, selection: rows });
    }
  }
  return selection;
}

function columnOf(type: SObjectType, name: string): string | undefined {
  if (name === 'WeakEtag') return type.field('SystemModstamp')?.name ?? 'Id';
  if (name === 'DisplayValue') return nameFieldOf(type)?.name ?? 'Id';
  return type.field(name)?.name;
}

/** The selections below `edges { node { … } }` of a connection. */
export function nodeSets(reader: Reader, nodes: readonly FieldNode[]): (SelectionSetNode | undefined)[] {
  return [...below(reader, nodes, 'edges')].flatMap((edges) =>
    [...below(reader, [edges], 'node')].map((node) => node.selectionSet),
  );
}

export function asksFor(reader: Reader, nodes: readonly FieldNode[], name: string): boolean {
  return below(reader, nodes, name).length > 0;
}

function below(reader: Reader, nodes: readonly FieldNode[], name: string): FieldNode[] {
  const sets = nodes.map((node) => node.selectionSet);
  return [...selectedFields(reader, sets).values()].flat().filter((node) => node.name.value === name);
}
