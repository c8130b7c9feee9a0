import type { FieldValue, Row } from '../org.ts';
import type { SObjectType } from '../schema/model.ts';

/** A record in a flow: a copy of its own, written back only by an element that writes. */
export class FlowRecord {
  readonly type: SObjectType;
  /** Fields that the flow set since the record was read. */
  readonly changed: Set<string>;
  /** The fields that the flow asked for; the others read as blank. Absent = all. */
  readonly visible: ReadonlySet<string> | undefined;
  #values: Row;
  /** The values are a row that others read too: the first write makes a row of the record's own. */
  #isBorrowed = false;

  constructor(type: SObjectType, values: Row, changed: Iterable<string> = [], visible?: ReadonlySet<string>) {
    this.type = type;
    this.#values = values;
    this.changed = new Set(changed);
    this.visible = visible;
  }

  /** A record over a row that nobody changes, as a query gives it: most records of a flow are only read. */
  static reading(type: SObjectType, row: Row, visible?: ReadonlySet<string>): FlowRecord {
    const record = new FlowRecord(type, row, [], visible);
    record.#isBorrowed = true;
    return record;
  }

  get values(): Readonly<Row> {
    return this.#values;
  }

  set(field: string, value: FieldValue): void {
    if (this.#isBorrowed) this.#values = { ...this.#values };
    this.#isBorrowed = false;
    this.#values[field] = value;
  }

  copy(): FlowRecord {
    const values = this.#isBorrowed ? this.#values : { ...this.#values };
    const copy = new FlowRecord(this.type, values, this.changed, this.visible);
    copy.#isBorrowed = this.#isBorrowed;
    return copy;
  }

  shows(field: string): boolean {
    return this.visible === undefined || this.visible.has(field) || this.changed.has(field);
  }

  get id(): string | null {
    const id = this.values['Id'];
    return typeof id === 'string' ? id : null;
  }
}

export type FlowValue = FieldValue | FlowRecord | FlowCollection;
export type FlowCollection = readonly (FieldValue | FlowRecord)[];

export const isCollection = (value: FlowValue): value is FlowCollection => Array.isArray(value);

export const isScalar = (value: FlowValue): value is FieldValue =>
  !isCollection(value) && !(value instanceof FlowRecord);

/** Assigning copies: a later change of one side does not show on the other. */
export function copied(value: FlowValue): FlowValue {
  if (value instanceof FlowRecord) return value.copy();
  return isCollection(value) ? value.map((one) => (one instanceof FlowRecord ? one.copy() : one)) : value;
}

/** What goes wrong inside an element: its fault path takes it, or the interview fails with this message. */
export class FlowFault extends Error {}

export function scalar(value: FlowValue): FieldValue {
  if (isScalar(value)) return value;
  throw new FlowFault(`Expected a single value, got a ${isCollection(value) ? 'collection' : 'record'}`);
}
