import type { Org, Row } from '../../org.ts';
import type { Schema, SObjectType } from '../../schema/model.ts';

/** Writes the rows that deployed components have in setup objects, with their stamps. */
export interface RowWriter {
  readonly schema: Schema;
  /** Creates the row with this id or brings it in line; a row that says the same is left alone. */
  put(objectName: string, id: string, row: Row): void;
  remove(objectName: string, id: string): void;
  find(objectName: string, column: string, value: string): Row[];
  newId(objectName: string): string;
}

export function rowWriter(org: Org, userId: string, schema: Schema): RowWriter {
  const { store } = org;
  const type = (name: string): SObjectType => {
    const found = schema.object(name);
    if (!found) throw new TypeError(`Expected a built-in object, got ${name}`);
    return found;
  };
  const stamp = new Date(org.now()).toISOString();
  return {
    schema,
    put(objectName, id, row) {
      const object = type(objectName);
      const before = store.get(object, id);
      if (!before) store.insert(object, { ...stamps(object, stamp, userId, true), ...row, Id: id });
      else if (differs(before, row)) store.update(object, id, { ...stamps(object, stamp, userId, false), ...row });
    },
    remove: (objectName, id) => store.purge(type(objectName), id),
    find: (objectName, column, value) => store.find(type(objectName), column, [value]),
    newId: (objectName) => store.newId(type(objectName).keyPrefix),
  };
}

const differs = (before: Row, row: Row): boolean =>
  Object.keys(row).some((name) => (before[name] ?? null) !== (row[name] ?? null));

function stamps(type: SObjectType, stamp: string, userId: string, isNew: boolean): Row {
  const all: Row = { LastModifiedDate: stamp, LastModifiedById: userId, SystemModstamp: stamp };
  if (isNew) Object.assign(all, { CreatedDate: stamp, CreatedById: userId });
  return Object.fromEntries(Object.entries(all).filter(([name]) => type.field(name)?.stored));
}
