import type { SObjectType } from '../../schema/model.ts';
import type { FieldTree } from './field-tree.ts';
import { nameFieldOf } from './name-fields.ts';

const ALWAYS = ['Id', 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp', 'RecordTypeId'];

/** The SOQL select list of a tree: what was asked for plus what every record representation carries. */
export function selectList(tree: FieldTree): string[] {
  return [...new Set(columns(tree, ''))];
}

function columns(tree: FieldTree, prefix: string): string[] {
  const own = [...envelopeFields(tree.type), ...tree.fields.keys()].map((name) => prefix + name);
  const parents = [...tree.parents].flatMap(([relationship, parent]) => {
    // Of a polymorphic parent only the fields that all targets share can be read.
    const polymorphic = (parent.field.reference?.to.length ?? 0) > 1;
    return polymorphic
      ? [...sharedFields(parent.tree)].map((name) => `${prefix}${relationship}.${name}`)
      : columns(parent.tree, `${prefix}${relationship}.`);
  });
  return [...own, ...parents];
}

function sharedFields(tree: FieldTree): Iterable<string> {
  return new Set(['Id', ...tree.fields.keys()]);
}

function envelopeFields(type: SObjectType): string[] {
  const names = ALWAYS.flatMap((name) => type.field(name)?.name ?? []);
  const name = nameFieldOf(type);
  return name === undefined ? names : [...names, name.name];
}
