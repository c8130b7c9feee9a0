import { LightningElement, api } from 'lwc';
import { shownField } from '../data/field-format.ts';
import type { ShownField } from '../data/field-format.ts';
import { registerField } from '../data/form-protocol.ts';
import type { FormContext, FormField } from '../data/form-protocol.ts';

type FieldName = string | { readonly fieldApiName: string };

/** `lightning-output-field`. */
export default class OutputField extends LightningElement {
  @api fieldName: FieldName = '';
  @api variant = 'standard';

  label = '';
  help: string | null = null;
  shown: ShownField | undefined;
  density = 'auto';

  connectedCallback(): void {
    const field: FormField = {
      fieldName: this.apiName,
      receive: (context) => this.receive(context),
      editedValue: () => undefined,
      checkValidity: () => true,
      showError: () => undefined,
      reset: () => undefined,
    };
    registerField(this, field);
  }

  get apiName(): string {
    return typeof this.fieldName === 'string' ? this.fieldName : this.fieldName.fieldApiName;
  }

  get hasLabel(): boolean {
    return this.variant !== 'label-hidden' && this.label !== '';
  }

  get formClass(): string {
    const side = this.variant === 'label-inline' || this.density === 'compact';
    return `slds-form-element slds-form-element_readonly ${side ? 'slds-form-element_horizontal' : 'slds-form-element_stacked'}`;
  }

  receive({ objectInfo, record, density }: FormContext): void {
    const info = objectInfo.fields[this.apiName];
    this.label = info?.label ?? this.apiName;
    this.help = info?.inlineHelpText ?? null;
    this.density = density;
    // A field that the user may not see is left out, as in an org.
    this.shown = record === undefined || info === undefined ? undefined : shownField(record, this.apiName, info);
    if (info === undefined) this.label = '';
  }
}
