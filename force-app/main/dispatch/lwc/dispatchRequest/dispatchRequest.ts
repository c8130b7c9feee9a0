import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord, updateRecord } from 'lightning/uiRecordApi';
import userId from '@salesforce/user/Id';
import DispatchRequestAccept from 'c/dispatchRequestAccept';
import DispatchRequestForm from 'c/dispatchRequestForm';
import DispatchRequestReason from 'c/dispatchRequestReason';
import { rowsOf, valueAt, type Node } from 'c/gateData';
import { fill } from 'c/labelText';
import { reduceErrors } from 'c/ldsErrors';
import type { ActionName } from './actions';
import { labels } from './labels';
import { ordersOf, type Order } from './orders';
import { ORDERS_QUERY } from './ordersQuery';
import { contextOf, draftOf } from './requestContext';

export type { RequestContext } from './requestContext';

interface GraphqlResult {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
  readonly refresh?: () => Promise<void>;
}

const MINUTE = 60_000;

/** The deal's orders for engineers: where each stands and why, and what its requester can do about it. */
export default class DispatchRequest extends LightningElement {
  @api recordId: string | undefined;

  labels = labels;
  busy = false;
  errors: string[] = [];
  submitted = '';
  mayRequest = false;
  private result: GraphqlResult = {};
  private seenStamp: string | undefined;
  private now = Date.now();
  private clock: ReturnType<typeof setInterval> | undefined;

  @wire(graphql, { query: ORDERS_QUERY, variables: '$variables' })
  wiredOrders(result: GraphqlResult) {
    this.result = result;
    this.now = Date.now();
  }

  @wire(getObjectInfo, { objectApiName: 'MF_Dispatch__c' })
  wiredInfo(result: LightningWire<ObjectInfo>) {
    this.mayRequest = result.data?.createable === true;
  }

  /** A save of the opportunity may have moved its orders. */
  @wire(getRecord, { recordId: '$recordId', fields: ['Opportunity.LastModifiedDate'] })
  wiredRecord(result: LightningWire<LightningRecord>) {
    const stamp = result.data?.lastModifiedDate ?? undefined;
    if (stamp !== undefined && this.seenStamp !== undefined && stamp !== this.seenStamp) void this.result.refresh?.();
    this.seenStamp = stamp ?? this.seenStamp;
  }

  /** The time left for an answer goes on while the page stands open. */
  override connectedCallback() {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- ended when the card leaves the page
    this.clock = setInterval(() => (this.now = Date.now()), MINUTE);
  }

  override disconnectedCallback() {
    clearInterval(this.clock);
  }

  get variables() {
    return this.recordId ? { id: this.recordId } : undefined;
  }

  private get deal(): Node | undefined {
    return rowsOf(this.result.data, 'MF_Deal__c')[0];
  }

  get failures(): string[] {
    return this.result.data === undefined ? reduceErrors(this.result.errors ?? []) : [];
  }

  get failed(): boolean {
    return this.failures.length > 0;
  }

  get loading(): boolean {
    return this.result.data === undefined && !this.failed;
  }

  get noDeal(): boolean {
    return this.result.data !== undefined && this.deal === undefined;
  }

  get orders(): Order[] {
    return ordersOf(this.result.data, this.now);
  }

  get hasOrders(): boolean {
    return this.orders.length > 0;
  }

  get empty(): boolean {
    return this.deal !== undefined && !this.hasOrders;
  }

  get canRequest(): boolean {
    return this.mayRequest && this.deal !== undefined && valueAt(this.deal, 'Opportunity__r', 'IsClosed') !== true;
  }

  get hasErrors(): boolean {
    return this.errors.length > 0;
  }

  handleRetry() {
    void this.result.refresh?.();
  }

  async handleRequest() {
    await this.openForm(null);
  }

  async handleAction(event: Event) {
    const { id = '', action } = (event.currentTarget as HTMLElement).dataset;
    const order = this.orders.find((one) => one.id === id);
    if (order === undefined) return;
    this.errors = [];
    this.submitted = '';
    await this.run(action as ActionName, order);
  }

  private async run(action: ActionName, order: Order) {
    switch (action) {
      case 'edit':
        return this.openForm(order.id);
      case 'reopen':
        if (await this.write({ Id: order.id, Status__c: 'Draft' })) await this.openForm(order.id);
        return;
      case 'recall':
        if (await this.write({ Id: order.id, Status__c: 'Recalled' })) this.toast(fill(labels.recalled, order.number));
        return;
      case 'approve':
        if (await this.write({ Id: order.id, Emergency_Approved_By__c: userId }))
          this.toast(fill(labels.approved, order.number));
        return;
      case 'cancel':
        return this.askReason(order, 'Cancelled', fill(labels.cancelOf, order.number), labels.cancelled);
      case 'sendBack':
        return this.askReason(order, 'In progress', fill(labels.sendBackOf, order.number), labels.sentBack);
      case 'accept':
        return this.accept(order);
    }
  }

  private async openForm(id: string | null) {
    const { deal } = this;
    if (deal === undefined) return;
    this.submitted = '';
    this.errors = [];
    const result = await DispatchRequestForm.open({
      size: 'medium',
      label: labels.request,
      dealId: deal.Id,
      start: id === null ? null : draftOf(this.result.data, id),
      context: contextOf(this.result.data, deal),
    });
    await this.result.refresh?.();
    const order = this.orders.find((one) => one.id === result);
    if (order === undefined) return;
    this.submitted = fill(labels.submitted, order.number);
    this.toast(this.submitted);
  }

  private async askReason(order: Order, status: string, title: string, done: string) {
    const result = await DispatchRequestReason.open({ size: 'small', label: title, orderId: order.id, status });
    if (result !== 'done') return;
    await this.result.refresh?.();
    this.toast(fill(done, order.number));
  }

  private async accept(order: Order) {
    const { id, number, deliverables } = order;
    const label = fill(labels.acceptOf, number);
    const result = await DispatchRequestAccept.open({ size: 'small', label, orderId: id, deliverables });
    if (result !== 'accepted') return;
    await this.result.refresh?.();
    this.toast(fill(labels.accepted, number));
  }

  private async write(fields: Record<string, unknown>): Promise<boolean> {
    this.busy = true;
    try {
      await updateRecord({ fields });
      await this.result.refresh?.();
      return true;
    } catch (problem) {
      this.errors = reduceErrors(problem);
      return false;
    } finally {
      this.busy = false;
    }
  }

  private toast(title: string) {
    this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
  }
}
