import { LightningElement, api } from 'lwc';
import { REGISTER_FIELD } from '../data/form-protocol.ts';
import type { FormContext, FormField } from '../data/form-protocol.ts';
import { loadForm } from '../data/form-loader.ts';

/** `lightning-record-view-form`. */
export default class RecordViewForm extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | { readonly objectApiName: string } | undefined;
  @api density = 'auto';

  fields: FormField[] = [];
  stop: (() => void) | undefined;
  pending = false;

  constructor() {
    super();
    this.addEventListener(REGISTER_FIELD, (event) => {
      event.stopPropagation();
      this.fields = [...this.fields, (event as CustomEvent<FormField>).detail];
      if (this.pending) return;
      this.pending = true;
      queueMicrotask(() => this.load());
    });
  }

  disconnectedCallback(): void {
    this.stop?.();
  }

  load(): void {
    this.pending = false;
    this.stop?.();
    const object =
      typeof this.objectApiName === 'object' ? this.objectApiName.objectApiName : (this.objectApiName ?? '');
    const fields = this.fields.map(({ fieldName }) => fieldName);
    this.stop = loadForm(
      { object, recordId: this.recordId, recordTypeId: undefined, fields, density: this.density, readOnly: true },
      (context) => this.receive(context),
      (error) => this.dispatchEvent(new CustomEvent('error', { detail: error })),
    );
  }

  receive(context: FormContext): void {
    for (const field of this.fields) field.receive(context);
    this.dispatchEvent(new CustomEvent('load', { detail: { record: context.record } }));
  }
}
