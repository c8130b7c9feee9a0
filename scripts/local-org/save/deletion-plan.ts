import type { FieldValue, Row } from '../org.ts';
import type { Field, SObjectType } from '../schema/model.ts';
import { fail, sound, type SaveItem } from './save-item.ts';
import type { Transaction } from './transaction.ts';

export interface Doomed {
  readonly type: SObjectType;
  readonly row: Row;
  /** The requested record that takes this one with it. */
  readonly root: SaveItem;
}

export interface DeletionPlan {
  /** Details of the deleted records, nearest first. */
  readonly details: readonly Doomed[];
  /** Look-ups that lose their target. */
  readonly cleared: readonly (Doomed & { readonly field: Field })[];
}

/** Follows every relationship to the records that are about to go; a restricting child refuses its root. */
export function planDeletion(tx: Transaction, type: SObjectType, items: readonly SaveItem[]): DeletionPlan {
  const details: Doomed[] = [];
  const cleared: (Doomed & { readonly field: Field })[] = [];
  const seen = new Set(items.map((item) => item.id));
  let level: Doomed[] = sound(items).map((root) => ({ type, row: root.before ?? {}, root }));
  while (level.length > 0) {
    const next: Doomed[] = [];
    for (const { child, field, found } of dependants(tx, level)) {
      const onDelete = fateOf(child, field);
      for (const one of found) {
        if (seen.has(String(one.row['Id']))) continue;
        if (onDelete === 'SetNull') cleared.push({ ...one, field });
        else if (onDelete === 'Restrict') restrict(one.root, child, one.row);
        else {
          seen.add(String(one.row['Id']));
          next.push(one);
        }
      }
    }
    details.push(...next);
    level = next;
  }
  const gone = (one: Doomed): boolean => seen.has(String(one.row['Id']));
  return { details, cleared: cleared.filter((one) => !gone(one)) };
}

/** Built-in lookups whose records the platform takes along: people and deals of an account, activities of anything. */
const GOES_WITH: Readonly<Record<string, readonly string[]>> = {
  Contact: ['AccountId'],
  Event: ['WhatId', 'WhoId'],
  Opportunity: ['AccountId'],
  Task: ['WhatId', 'WhoId'],
};

const fateOf = (child: SObjectType, field: Field) =>
  GOES_WITH[child.name]?.includes(field.name) ? 'Cascade' : field.reference?.onDelete;

interface Dependants {
  readonly child: SObjectType;
  readonly field: Field;
  readonly found: readonly Doomed[];
}

function dependants(tx: Transaction, level: readonly Doomed[]): Dependants[] {
  const byType = new Map<SObjectType, Doomed[]>();
  for (const one of level) byType.set(one.type, [...(byType.get(one.type) ?? []), one]);
  return [...byType].flatMap(([type, doomed]) => {
    const byId = new Map<FieldValue, Doomed>(doomed.map((one) => [one.row['Id'] ?? null, one]));
    return tx.schema.children(type.name).flatMap((relationship) => {
      const child = tx.schema.object(relationship.child);
      const field = child?.field(relationship.field);
      if (!child || !field?.stored) return [];
      const found = tx.store.find(child, field.name, [...byId.keys()]).flatMap((row) => {
        const parent = byId.get(row[field.name] ?? null);
        return parent === undefined ? [] : [{ type: child, row, root: parent.root }];
      });
      return found.length === 0 ? [] : [{ child, field, found }];
    });
  });
}

function restrict(root: SaveItem, child: SObjectType, row: Row): void {
  if (root.errors.length > 0) return;
  const name = (one: Row | undefined): string => String(one?.['Name'] ?? one?.['Id'] ?? '');
  const message =
    `Your attempt to delete ${name(root.before)} could not be completed because it is associated with the following ` +
    `${child.labelPlural.toLowerCase()}.: ${name(row)}\n`;
  fail(root, 'DELETE_FAILED', message);
}
