import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { rowsOf, valueAt } from 'c/gateData';
import { reduceErrors } from 'c/ldsErrors';
import { labels } from './labels';
import { ORDER_QUERY } from './orderQuery';

type Input = HTMLElement & { reportValidity(): boolean };

/** The accepted orders of a deal, by one of which a check of the kind Dispatch passes. */
export default class GateOrder extends LightningElement {
  @api dealId = '';
  @api value: string | null = null;

  labels = labels;
  options: { label: string; value: string }[] = [];
  failures: string[] = [];

  @wire(graphql, { query: ORDER_QUERY, variables: '$variables' })
  wiredOrders({ data, errors }: { readonly data?: unknown; readonly errors?: readonly unknown[] }) {
    this.failures = data === undefined ? reduceErrors(errors ?? []) : [];
    this.options = rowsOf(data, 'MF_Dispatch__c').map((node) => ({
      label: [valueAt(node, 'Name'), valueAt(node, 'Deliverable__c')].filter(Boolean).join(' '),
      value: node.Id,
    }));
  }

  get variables() {
    return this.dealId ? { deal: this.dealId } : undefined;
  }

  @api
  reportValidity(): boolean {
    return this.input?.reportValidity() ?? true;
  }

  @api
  focus() {
    this.input?.focus();
  }

  handleChange(event: CustomEvent<{ value: string }>) {
    this.dispatchEvent(new CustomEvent('change', { detail: event.detail }));
  }

  private get input(): Input | null | undefined {
    return this.template?.querySelector<Input>('lightning-combobox');
  }
}
