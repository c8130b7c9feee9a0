import { LightningElement, api } from 'lwc';
import { sentencesOf } from '../../platform/data/failure-text.ts';
import { layoutFields } from '../../platform/data/layout-fields.ts';
import { nameFieldOf } from '../../platform/data/name-field.ts';
import { deleteRecord } from '../../platform/data/record-writes.ts';
import { go } from '../../platform/data/router.ts';
import { objectIcon } from '../host-values.ts';
import type { PageContext } from '../page-types.ts';
import { showToast } from '../toasts.ts';
import { confirm } from '../confirm.ts';
import { word } from '../words.ts';

/** Name, key facts and actions of a record. */
export default class Highlights extends LightningElement {
  @api context: PageContext = {};
  /** Given by a page that names its own; else those of the compact layout. */
  @api fields: readonly string[] | undefined;

  compact: readonly string[] = [];
  editing = false;
  words = { edit: word('edit'), delete: word('delete'), title: word('details') };

  connectedCallback(): void {
    if (this.fields === undefined) this.loadCompact().catch((failure: unknown) => this.report(failure));
  }

  async loadCompact(): Promise<void> {
    const type = this.context.record?.recordTypeId ?? undefined;
    this.compact = await layoutFields(this.context.objectApiName ?? '', 'Compact', type);
  }

  get fieldNames(): readonly string[] {
    return (this.fields ?? this.compact).filter((field) => field !== this.nameField);
  }
  get nameField(): string {
    return nameFieldOf(this.context.objectInfo?.nameFields) ?? 'Id';
  }
  get name(): string {
    return String(this.context.record?.fields[this.nameField]?.value ?? '');
  }
  get objectLabel(): string {
    return this.context.objectInfo?.label ?? '';
  }
  get icon(): string {
    return objectIcon(this.context.objectApiName ?? '');
  }
  get canEdit(): boolean {
    return this.context.objectInfo?.updateable === true;
  }
  get canDelete(): boolean {
    return this.context.objectInfo?.deletable === true;
  }

  handleEdit(): void {
    this.editing = true;
  }
  handleClosed(): void {
    this.editing = false;
  }

  async handleDelete(): Promise<void> {
    const label = word('deleteTitle', this.objectLabel);
    const sure = await confirm({ label, message: word('confirmDelete', this.name), theme: 'warning' });
    if (!sure) return;
    try {
      await deleteRecord(this.context.recordId ?? '');
      showToast({ title: word('deleted', this.name), variant: 'success' });
      go(`/lightning/o/${this.context.objectApiName ?? ''}/list`);
    } catch (failure) {
      this.report(failure);
    }
  }

  report(failure: unknown): void {
    showToast({ title: word('refused'), message: sentencesOf(failure).join(' '), variant: 'error' });
  }
}
