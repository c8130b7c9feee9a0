import type { Session } from '../../org.ts';
import type { Field, SObjectType } from '../../schema/model.ts';
import { noSuchColumn } from './access-errors.ts';
import { nameFieldOf } from './name-fields.ts';
import { referencedObject } from './referenced-object.ts';

/** Which fields of a record, and of the records it looks up, are wanted. */
export interface FieldTree {
  readonly type: SObjectType;
  readonly fields: Map<string, Field>;
  /** Relationship name → the reference field and what is wanted of the record behind it. */
  readonly parents: Map<string, ParentTree>;
}

export interface ParentTree {
  readonly field: Field;
  readonly tree: FieldTree;
}

export function emptyTree(type: SObjectType): FieldTree {
  return { type, fields: new Map(), parents: new Map() };
}

/**
 * Adds `Account.Owner.Name` (a path below the tree's object). Throws the platform's INVALID_FIELD when a part does not exist
 * or the user may not see it: to the user both are the same.
 */
export function addPath(session: Session, tree: FieldTree, path: string): void {
  addParts(session, tree, path.split('.'));
}

/** For optional fields: what the user cannot see is left out without a word. */
export function addPathIfVisible(session: Session, tree: FieldTree, path: string): void {
  if (resolves(session, tree.type, path.split('.'))) addPath(session, tree, path);
}

/** Takes the object's own name off `Opportunity.Account.Name`. */
export function belowObject(type: SObjectType, qualified: string): string | undefined {
  const dot = qualified.indexOf('.');
  return dot > 0 && qualified.slice(0, dot).toLowerCase() === type.name.toLowerCase()
    ? qualified.slice(dot + 1)
    : undefined;
}

function addParts(session: Session, tree: FieldTree, parts: readonly string[]): void {
  const [first = '', ...rest] = parts;
  if (rest.length === 0) {
    const field = visibleField(session, tree.type, first);
    if (field === undefined) throw noSuchColumn(first, tree.type);
    // The UI API gives an address or a geolocation by its parts.
    const parts = Object.values(field.compound ?? { whole: field.name });
    for (const part of parts) tree.fields.set(part, visibleField(session, tree.type, part) ?? field);
    return;
  }
  const parent = parentTree(session, tree, first);
  if (parent === undefined) throw noSuchColumn(first, tree.type);
  addParts(session, parent.tree, rest);
}

/** A looked-up record always comes with its id and its name, and the field that points at it comes along. */
function parentTree(session: Session, tree: FieldTree, relationshipName: string): ParentTree | undefined {
  const field = tree.type.relationship(relationshipName);
  if (field?.reference === undefined || !session.access.canReadField(tree.type, field.name)) return undefined;
  const known = tree.parents.get(field.reference.relationshipName);
  if (known !== undefined) return known;
  const target = referencedObject(session, field);
  if (target === undefined) return undefined;
  const parent: ParentTree = { field, tree: emptyTree(target) };
  tree.fields.set(field.name, field);
  for (const always of [target.field('Id'), nameFieldOf(target)])
    if (always !== undefined) parent.tree.fields.set(always.name, always);
  tree.parents.set(field.reference.relationshipName, parent);
  return parent;
}

function visibleField(session: Session, type: SObjectType, name: string): Field | undefined {
  const field = type.field(name);
  return field !== undefined && session.access.canReadField(type, field.name) ? field : undefined;
}

function resolves(session: Session, type: SObjectType, parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return visibleField(session, type, first) !== undefined;
  const field = type.relationship(first);
  if (field === undefined || !session.access.canReadField(type, field.name)) return false;
  const target = referencedObject(session, field);
  return target !== undefined && resolves(session, target, rest);
}
