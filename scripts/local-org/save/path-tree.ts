import type { Row } from '../org.ts';
import type { Field, Schema, SObjectType } from '../schema/model.ts';
import type { Accessor } from './accessor.ts';
import { fieldFormula } from './bound-formula.ts';
import { targetType } from './record-view.ts';
import type { Transaction } from './transaction.ts';

/** The parents that a set of formulas looks at, so that 200 records fetch each level in one read. */
export interface PathTree {
  readonly children: Map<string, { readonly step: Field; readonly tree: PathTree }>;
}

export function pathTree(schema: Schema, type: SObjectType, accessors: readonly Accessor[]): PathTree {
  const root: PathTree = { children: new Map() };
  grow(schema, root, type, accessors);
  return root;
}

function grow(schema: Schema, root: PathTree, type: SObjectType, accessors: readonly Accessor[]): void {
  for (const { steps, last } of accessors) {
    let node = root;
    let at = type;
    for (const step of steps) {
      const child = node.children.get(step.field.name) ?? { step: step.field, tree: { children: new Map() } };
      node.children.set(step.field.name, child);
      node = child.tree;
      at = step.target;
    }
    // A formula on the way looks at parents of its own.
    if (last?.formula !== undefined) grow(schema, node, at, fieldFormula(schema, at, last).accessors);
  }
}

export function prefetch(tx: Transaction, tree: PathTree, rows: readonly Row[]): void {
  for (const { step, tree: below } of tree.children.values()) {
    const idsByType = new Map<SObjectType, Set<string>>();
    for (const row of rows) {
      const id = row[step.name];
      const target = typeof id === 'string' ? targetType(tx, step, id) : undefined;
      if (typeof id !== 'string' || target === undefined) continue;
      const ids = idsByType.get(target) ?? new Set();
      idsByType.set(target, ids.add(id));
    }
    for (const [target, ids] of idsByType) {
      tx.records.load(target, ids);
      if (below.children.size > 0) prefetch(tx, below, found(tx, target, ids));
    }
  }
}

function found(tx: Transaction, type: SObjectType, ids: ReadonlySet<string>): Row[] {
  return [...ids].map((id) => tx.records.get(type, id)).filter((row) => row !== undefined);
}
