import type { FieldInfo, ObjectInfo, PicklistValues } from './object-info-cache.ts';
import type { RecordRepresentation } from './record-types.ts';

/** What a form tells its fields. */
export interface FormContext {
  readonly objectInfo: ObjectInfo;
  /** Absent on create: the defaults then stand in `defaults`. */
  readonly record: RecordRepresentation | undefined;
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly picklists: Readonly<Record<string, PicklistValues>>;
  readonly density: string;
  readonly readOnly: boolean;
}

/** What a field offers to its form; carried by the event with which it registers. */
export interface FormField {
  readonly fieldName: string;
  receive(context: FormContext): void;
  /** Undefined = untouched or not editable. */
  editedValue(): unknown;
  checkValidity(): boolean;
  showError(message: string | undefined): void;
  reset(): void;
}

export const REGISTER_FIELD = 'privateregisterfield';

export function registerField(element: EventTarget, field: FormField): void {
  element.dispatchEvent(new CustomEvent(REGISTER_FIELD, { bubbles: true, composed: true, detail: field }));
}

export type { FieldInfo };
