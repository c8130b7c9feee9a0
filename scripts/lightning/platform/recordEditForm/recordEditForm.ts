import { LightningElement, api } from 'lwc';
import { refusalOf } from '../data/failure-text.ts';
import { REGISTER_FIELD } from '../data/form-protocol.ts';
import type { FormContext, FormField } from '../data/form-protocol.ts';
import { loadForm } from '../data/form-loader.ts';
import { createRecord, updateRecord } from '../data/record-writes.ts';

/** `lightning-record-edit-form`: its input fields, one save, errors at their fields. */
export default class RecordEditForm extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | { readonly objectApiName: string } | undefined;
  @api recordTypeId: string | undefined;
  @api density = 'auto';
  @api layoutType: string | undefined;
  @api fieldNames: unknown;

  fields: FormField[] = [];
  listeners: ((errors: readonly string[]) => void)[] = [];
  context: FormContext | undefined;
  stop: (() => void) | undefined;
  pending = false;

  constructor() {
    super();
    this.addEventListener(REGISTER_FIELD, (event) => {
      event.stopPropagation();
      this.register((event as CustomEvent<FormField>).detail);
    });
    this.addEventListener('privateregistermessages', (event) => {
      event.stopPropagation();
      this.listeners.push((event as CustomEvent<(errors: readonly string[]) => void>).detail);
    });
    this.addEventListener('click', (event) => this.submitByButton(event));
  }

  disconnectedCallback(): void {
    this.stop?.();
  }

  register(field: FormField): void {
    this.fields = [...this.fields.filter((one) => one !== field), field];
    if (this.pending) return;
    this.pending = true;
    queueMicrotask(() => this.load());
  }

  load(): void {
    this.pending = false;
    this.stop?.();
    this.stop = loadForm(
      {
        object: typeof this.objectApiName === 'object' ? this.objectApiName.objectApiName : (this.objectApiName ?? ''),
        recordId: this.recordId,
        recordTypeId: this.recordTypeId,
        fields: this.fields.map(({ fieldName }) => fieldName),
        density: this.density,
        readOnly: false,
      },
      (context) => this.receive(context),
      (error) => this.fail(error),
    );
  }

  receive(context: FormContext): void {
    this.context = context;
    for (const field of this.fields) field.receive(context);
    const records = context.record === undefined ? {} : { [context.record.id]: context.record };
    this.dispatchEvent(
      new CustomEvent('load', {
        detail: { records, objectInfos: { [context.objectInfo.apiName]: context.objectInfo } },
      }),
    );
  }

  /** A submit button in the slot belongs to the form, which the platform's shadow would hide from it. */
  submitByButton(event: Event): void {
    const button = event
      .composedPath()
      .find((each): each is HTMLElement => each instanceof HTMLElement && isSubmit(each));
    if (button === undefined || event.defaultPrevented) return;
    event.preventDefault();
    this.requestSubmit();
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    this.requestSubmit();
  }

  requestSubmit(): void {
    const detail = { fields: this.editedFields() };
    if (this.dispatchEvent(new CustomEvent('submit', { detail, cancelable: true, bubbles: true })))
      this.submit(detail.fields);
  }

  editedFields(): Record<string, unknown> {
    const edited = this.fields.map((field) => [field.fieldName, field.editedValue()] as const);
    return Object.fromEntries(edited.filter(([, value]) => value !== undefined));
  }

  @api
  submit(fields: Readonly<Record<string, unknown>> = this.editedFields()): void {
    for (const field of this.fields) field.showError(undefined);
    this.tell([]);
    if (!this.fields.map((field) => field.checkValidity()).every(Boolean)) return;
    void this.save(fields);
  }

  async save(fields: Readonly<Record<string, unknown>>): Promise<void> {
    try {
      const recordType = this.recordTypeId === undefined ? {} : { RecordTypeId: this.recordTypeId };
      const record = this.recordId
        ? await updateRecord({ fields: { ...fields, Id: this.recordId } })
        : await createRecord({ apiName: this.context?.objectInfo.apiName ?? '', fields: { ...recordType, ...fields } });
      this.dispatchEvent(new CustomEvent('success', { detail: record }));
    } catch (error) {
      this.fail(error);
    }
  }

  fail(error: unknown): void {
    const refusal = refusalOf(error);
    const orphans: string[] = [];
    for (const [name, messages] of Object.entries(refusal.fields)) {
      const field = this.fields.find(({ fieldName }) => fieldName === name);
      if (field === undefined) orphans.push(...messages);
      else field.showError(messages.join(' '));
    }
    this.tell([...refusal.page, ...orphans]);
    const body = (error as { body?: { output?: unknown } }).body;
    this.dispatchEvent(
      new CustomEvent('error', {
        detail: { message: refusal.message, detail: refusal.page.join(' '), output: body?.output ?? {}, error },
      }),
    );
  }

  tell(errors: readonly string[]): void {
    for (const listener of this.listeners) listener(errors);
  }
}

const isSubmit = (element: HTMLElement): boolean =>
  element.tagName === 'LIGHTNING-BUTTON' ? (element as HTMLElement & { type?: string }).type === 'submit' : false;
