import { LightningElement, api } from 'lwc';
import { registerField } from '../data/form-protocol.ts';
import type { FormContext, FormField } from '../data/form-protocol.ts';
import { inputKind, storedValue } from '../data/input-kind.ts';
import type { InputKind } from '../data/input-kind.ts';
import type { FieldInfo, PicklistValues } from '../data/object-info-cache.ts';
import { word } from '../../shell/words.ts';

type FieldName = string | { readonly fieldApiName: string };
type Control = HTMLElement & { checkValidity(): boolean; reportValidity(): boolean };

/** `lightning-input-field`: the control that fits the field's type. */
export default class InputField extends LightningElement {
  @api fieldName: FieldName = '';
  @api variant = 'standard';
  @api required = false;
  @api disabled = false;
  @api readOnly = false;

  info: FieldInfo | undefined;
  kind: InputKind | undefined;
  picklist: PicklistValues | undefined;
  current: unknown;
  loaded: unknown;
  preset: unknown;
  touched = false;
  creating = false;
  error: string | undefined;

  connectedCallback(): void {
    const field: FormField = {
      fieldName: this.apiName,
      receive: (context) => this.receive(context),
      editedValue: () => this.editedValue(),
      checkValidity: () => this.reportValidity(),
      showError: (message) => (this.error = message),
      reset: () => this.reset(),
    };
    registerField(this, field);
  }

  @api
  get value(): unknown {
    return this.current;
  }
  set value(value: unknown) {
    this.preset = value;
    this.current = value;
    this.touched = true;
  }

  @api
  reset(): void {
    this.current = this.loaded;
    this.touched = false;
    this.error = undefined;
  }

  @api
  clean(): void {
    this.touched = false;
  }

  @api
  reportValidity(): boolean {
    return [...(this.template?.querySelectorAll<Control>('[name], lightning-record-picker') ?? [])].every((one) =>
      one.reportValidity(),
    );
  }

  @api
  setErrors(error: {
    readonly body?: { readonly output?: { readonly fieldErrors?: Record<string, { message: string }[]> } };
  }): void {
    this.error = error.body?.output?.fieldErrors?.[this.apiName]?.map(({ message }) => message).join(' ');
  }

  receive({ objectInfo, record, defaults, picklists }: FormContext): void {
    const info = objectInfo.fields[this.apiName];
    this.info = info;
    if (info === undefined) return;
    this.kind = inputKind(info);
    this.picklist = picklists[this.apiName];
    this.creating = record === undefined;
    this.loaded =
      record === undefined ? (defaults[this.apiName] ?? null) : (record.fields[this.apiName]?.value ?? null);
    if (!this.touched) this.current = this.loaded;
  }

  editedValue(): unknown {
    if (this.info === undefined || this.isLocked) return undefined;
    if (!this.touched && !(this.creating && this.current !== null)) return undefined;
    return storedValue(this.info, this.current);
  }

  take(value: unknown): void {
    this.current = value;
    this.touched = true;
    this.error = undefined;
    this.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  }

  handleDetailChange(event: CustomEvent<{ value: unknown }>): void {
    event.stopPropagation();
    this.take(event.detail.value);
  }
  handleListChange(event: CustomEvent<{ value: readonly string[] }>): void {
    event.stopPropagation();
    this.take(event.detail.value.join(';'));
  }
  handleRecordChange(event: CustomEvent<{ recordId: string | null }>): void {
    event.stopPropagation();
    this.take(event.detail.recordId);
  }
  handleCheckedChange(event: CustomEvent<{ checked: boolean }>): void {
    event.stopPropagation();
    this.take(event.detail.checked);
  }

  get apiName(): string {
    return typeof this.fieldName === 'string' ? this.fieldName : this.fieldName.fieldApiName;
  }
  get ready(): boolean {
    return this.info !== undefined && this.kind !== undefined;
  }
  get label(): string {
    return this.info?.label ?? '';
  }
  get help(): string | null {
    return this.info?.inlineHelpText ?? null;
  }
  get isRequired(): boolean {
    return this.required || (this.info?.required === true && this.info.dataType !== 'Boolean');
  }
  get isLocked(): boolean {
    return this.disabled || this.readOnly || (this.creating ? this.info?.createable : this.info?.updateable) !== true;
  }
  get isPicklist(): boolean {
    return this.kind?.control === 'picklist';
  }
  get isMultiPicklist(): boolean {
    return this.kind?.control === 'multiPicklist';
  }
  get isTextArea(): boolean {
    return this.kind?.control === 'textArea';
  }
  get isReference(): boolean {
    return this.kind?.control === 'reference';
  }
  get isCheckbox(): boolean {
    return this.kind?.control === 'checkbox';
  }
  get inputType(): string {
    return this.kind?.type ?? 'text';
  }
  get formatter(): string | undefined {
    return this.kind?.formatter;
  }
  get step(): string | undefined {
    return this.kind?.step;
  }
  get length(): number | undefined {
    return this.info !== undefined && this.info.length > 0 ? this.info.length : undefined;
  }
  get referenceObject(): string {
    return this.info?.referenceToInfos[0]?.apiName ?? '';
  }
  get valueList(): string[] {
    return typeof this.current === 'string' && this.current !== '' ? this.current.split(';') : [];
  }
  get options(): { label: string; value: string }[] {
    const none = this.isPicklist ? [{ label: word('none'), value: '' }] : [];
    return [...none, ...(this.picklist?.values ?? []).map(({ label, value }) => ({ label, value }))];
  }
  get availableLabel(): string {
    return word('available');
  }
  get chosenLabel(): string {
    return word('chosen');
  }
}
