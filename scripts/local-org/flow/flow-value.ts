import type { FieldValue, Row } from '../org.ts';
import type { SObjectType } from '../schema/model.ts';

/** A record in a flow: a copy of its own, written back only by an element that writes. */
export class FlowRecord {
  readonly type: SObjectType;
  readonly values: Row;
  /** Fields that the flow set since the record was read. */
  readonly changed: Set<string>;
  /** The fields that the flow asked for; the others read as blank. Absent = all. */
  readonly visible: ReadonlySet<string> | undefined;

  constructor(type: SObjectType, values: Row, changed: Iterable<string> = [], visible?: ReadonlySet<string>) {
    this.type = type;
    this.values = values;
    this.changed = new Set(changed);
    this.visible = visible;
  }

  copy(): FlowRecord {
    return new FlowRecord(this.type, { ...this.values }, this.changed, this.visible);
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
