import type { FieldValue, Row } from '../org.ts';
import type { SObjectType } from '../schema/model.ts';
import type { RequestRow, SaveError } from './contract.ts';

/** One record on its way through a save. */
export interface SaveItem {
  /** What the caller asked to write; canonical field names are found in `resolveInput`. */
  readonly input: RequestRow;
  readonly ifUnmodifiedSince?: string;
  id: string | null;
  /** As stored before this save; undefined for an insert. */
  before: Row | undefined;
  /** The whole record as it shall be; before-save flows change it. */
  after: Row;
  /** Fields that the caller named. */
  given: Set<string>;
  /** Inserting what exists already became an update of it: then the fields that may not change are left out. */
  merging: boolean;
  /** The value from which dependent fields were last filled. */
  derivedFrom?: FieldValue;
  written: boolean;
  errors: SaveError[];
}

/** Who asked: the checks of a user's request do not apply to what flows and roll-ups write. */
export type Cause = 'request' | 'flow' | 'rollUp';

export interface Batch {
  readonly type: SObjectType;
  readonly operation: 'insert' | 'update' | 'delete' | 'undelete';
  readonly cause: Cause;
  readonly items: readonly SaveItem[];
}

export function saveItem(input: RequestRow, id: string | null, ifUnmodifiedSince?: string): SaveItem {
  return {
    input,
    ...(ifUnmodifiedSince === undefined ? {} : { ifUnmodifiedSince }),
    id,
    before: undefined,
    after: {},
    given: new Set(),
    merging: false,
    written: false,
    errors: [],
  };
}

/** Brings an item back to where it stood before an attempt that was undone. */
export function resetItem(item: SaveItem, operation: Batch['operation']): void {
  if (operation === 'insert') item.id = null;
  item.before = undefined;
  item.after = {};
  item.given = new Set();
  item.merging = false;
  delete item.derivedFrom;
  item.written = false;
}

export function fail(item: SaveItem, statusCode: string, message: string, fields: readonly string[] = []): void {
  item.errors.push({ statusCode, message, fields });
}

export const sound = (items: readonly SaveItem[]): SaveItem[] => items.filter((item) => item.errors.length === 0);
