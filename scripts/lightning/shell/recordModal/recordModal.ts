import { LightningElement, api } from 'lwc';
import { layoutOf } from '../../platform/data/layout-fields.ts';
import { objectInfo } from '../../platform/data/object-info-cache.ts';
import { go } from '../../platform/data/router.ts';
import { keepFocusInside } from '../focus-trap.ts';
import { sectionsOf } from '../layout-view.ts';
import type { SectionView } from '../layout-view.ts';
import { showToast } from '../toasts.ts';
import { word } from '../words.ts';

/** Create or edit a record in a dialog, with the fields of its layout. */
export default class RecordModal extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName = '';
  @api recordTypeId: string | undefined;

  title = '';
  sections: readonly SectionView[] = [];
  waiting = true;
  busy = false;
  failure: unknown;
  before: Element | null = document.activeElement;
  focused = false;
  words = {
    save: word('save'),
    cancel: word('cancel'),
    close: word('close'),
    loading: word('loading'),
    cannotShow: word('cannotShow'),
  };

  connectedCallback(): void {
    this.load().catch((failure: unknown) => {
      this.failure = failure;
      this.waiting = false;
    });
  }

  disconnectedCallback(): void {
    if (this.before instanceof HTMLElement) this.before.focus();
  }

  renderedCallback(): void {
    if (this.focused) return;
    this.focused = true;
    (this.refs?.['dialog'] as HTMLElement | undefined)?.focus();
  }

  async load(): Promise<void> {
    const info = await objectInfo(this.objectApiName);
    this.title = word(this.recordId ? 'editTitle' : 'newTitle', info.label);
    const mode = this.recordId ? 'Edit' : 'Create';
    const layout = await layoutOf(this.objectApiName, 'Full', mode, this.recordTypeId);
    this.sections = sectionsOf(layout, (item) => (this.recordId ? item.editableForUpdate : item.editableForNew));
  }

  handleLoad(): void {
    this.waiting = false;
  }
  handleSubmit(): void {
    this.busy = true;
    queueMicrotask(() => (this.busy = false));
  }
  handleError(): void {
    this.busy = false;
    this.waiting = false;
    (this.refs?.['dialog'] as HTMLElement).querySelector('.content')?.scrollTo(0, 0);
  }

  handleSuccess(
    event: CustomEvent<{ id: string; apiName: string; fields: Record<string, { value: unknown } | undefined> }>,
  ): void {
    const { id, apiName, fields } = event.detail;
    const name = String(fields['Name']?.value ?? this.title);
    showToast({ title: word(this.recordId ? 'saved' : 'created', name), variant: 'success' });
    if (!this.recordId) go(`/lightning/r/${apiName}/${id}/view`);
    this.handleClose();
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('closed'));
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.defaultPrevented) this.handleClose();
    keepFocusInside(event, this.refs?.['dialog'] as HTMLElement);
  }
}
