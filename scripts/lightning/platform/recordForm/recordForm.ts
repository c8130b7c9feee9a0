import { LightningElement, api } from 'lwc';
import { qualified } from '../data/record-types.ts';
import type { FieldReference } from '../data/record-types.ts';
import { layoutFields } from '../data/layout-fields.ts';
import { word } from '../../shell/words.ts';

/** `lightning-record-form`: view and edit of named fields, or of a layout. */
export default class RecordForm extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | { readonly objectApiName: string } | undefined;
  @api recordTypeId: string | undefined;
  @api fields: readonly FieldReference[] | undefined;
  @api layoutType: 'Compact' | 'Full' | undefined;
  @api columns: number | string = 1;
  @api density = 'auto';
  @api mode: 'view' | 'edit' | 'readonly' | undefined;

  editing = false;
  names: readonly string[] = [];
  words = { edit: word('edit'), save: word('save'), cancel: word('cancel') };

  connectedCallback(): void {
    this.editing = this.mode === 'edit' || !this.recordId;
    if (this.fields !== undefined)
      this.names = this.fields.map((field) => qualified(field).split('.').at(-1) as string);
    else void this.loadLayout();
  }

  async loadLayout(): Promise<void> {
    const object =
      typeof this.objectApiName === 'object' ? this.objectApiName.objectApiName : (this.objectApiName ?? '');
    this.names = await layoutFields(object, this.layoutType ?? 'Full', this.recordTypeId);
  }

  get viewing(): boolean {
    return !this.editing;
  }
  get canEdit(): boolean {
    return this.mode !== 'readonly';
  }
  get gridClass(): string {
    return 'slds-grid slds-wrap slds-gutters_small';
  }
  get cellClass(): string {
    return `slds-col slds-size_1-of-${Number(this.columns) || 1}`;
  }

  handleEdit(): void {
    this.editing = true;
  }
  handleCancel(): void {
    this.editing = this.mode === 'edit' || !this.recordId;
    this.dispatchEvent(new CustomEvent('cancel'));
  }
  handleSuccess(event: CustomEvent<unknown>): void {
    event.stopPropagation();
    this.editing = this.mode === 'edit';
    this.dispatchEvent(new CustomEvent('success', { detail: event.detail }));
  }
  handleError(event: CustomEvent<unknown>): void {
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent('error', { detail: event.detail }));
  }
}
