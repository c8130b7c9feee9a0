import { LightningElement, api } from 'lwc';

/** A picklist's words for a value, also for one that is edited and not saved yet. */
export default class PicklistLabel extends LightningElement {
  @api value: string | null = null;
  @api options: readonly { readonly label: string; readonly value: string }[] = [];
  /** For a value that the picklist no longer offers. */
  @api fallback = '';

  get label(): string {
    if (!this.value) return '';
    return this.options.find(({ value }) => value === this.value)?.label ?? this.fallback;
  }
}
