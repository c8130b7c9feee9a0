import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { rowsOf, valueAt } from 'c/gateData';
import { labels } from './labels';
import { NOMINATION_QUERY } from './nominationQuery';

/** Whom the requester would like, and why. Nothing written yet has no `nomination`. */
export interface Nomination {
  readonly nomination: string | null;
  readonly nominee: string;
  readonly nomineeReason: string;
}

type Input = HTMLElement & { reportValidity(): boolean };

/** Asks whom the requester would like; shown to who may write it, and nothing but the audit ever reads it. */
export default class DispatchRequestNominee extends LightningElement {
  /** The order as far as it is saved. */
  @api orderId: string | null = null;
  @api nomination: string | null = null;
  @api nominee = '';
  @api nomineeReason = '';

  labels = labels;
  info: ObjectInfo | undefined;

  @wire(getObjectInfo, { objectApiName: 'MF_Nomination__c' })
  wiredInfo({ data }: LightningWire<ObjectInfo>) {
    this.info = data;
  }

  @wire(graphql, { query: NOMINATION_QUERY, variables: '$variables' })
  wiredNomination({ data }: { readonly data?: unknown }) {
    const [node] = rowsOf(data, 'MF_Nomination__c');
    if (node === undefined || this.nomination !== null) return;
    const typed = this.nominee !== '';
    this.tell({
      nomination: node.Id,
      nominee: typed ? this.nominee : String(valueAt(node, 'Resource__c') ?? ''),
      nomineeReason: typed ? this.nomineeReason : String(valueAt(node, 'Reason__c') ?? ''),
    });
  }

  /** A name needs a reason. */
  @api
  complete(): boolean {
    return this.template?.querySelector<Input>('lightning-input')?.reportValidity() ?? true;
  }

  get allowed(): boolean {
    return this.info?.createable === true;
  }

  get variables() {
    return this.allowed && this.orderId !== null ? { order: this.orderId } : undefined;
  }

  get chosen(): string | null {
    return this.nominee || null;
  }

  get picker(): { label: string } {
    return { label: this.info?.fields['Resource__c']?.label ?? '' };
  }

  get reasonLabel(): string {
    return this.info?.fields['Reason__c']?.label ?? '';
  }

  handlePerson(event: CustomEvent<{ recordId: string | null }>) {
    const nominee = event.detail.recordId ?? '';
    this.tell({ nomination: this.nomination, nominee, nomineeReason: nominee === '' ? '' : this.nomineeReason });
  }

  handleReason(event: CustomEvent<{ value?: string }>) {
    const { nomination, nominee } = this;
    this.tell({ nomination, nominee, nomineeReason: event.detail.value ?? '' });
  }

  private tell(detail: Nomination) {
    this.dispatchEvent(new CustomEvent('nominee', { detail }));
  }
}
