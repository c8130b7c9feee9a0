import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, getPicklistValues, type ObjectInfo, type PicklistValues } from 'lightning/uiObjectInfoApi';
import { labels } from './labels';

/** Asks for the deal type of an opportunity that has no process yet. */
export default class GateStart extends LightningElement {
  /** The choice is being saved. */
  @api busy = false;

  labels = labels;
  chosen = '';
  options: readonly { readonly label: string; readonly value: string }[] = [];
  private recordTypeId: string | undefined;

  @wire(getObjectInfo, { objectApiName: 'Opportunity' })
  wiredInfo(result: LightningWire<ObjectInfo>) {
    if (result.data) this.recordTypeId = result.data.defaultRecordTypeId ?? undefined;
  }

  @wire(getPicklistValues, { recordTypeId: '$recordTypeId', fieldApiName: 'Opportunity.MF_Deal_Type__c' })
  wiredTypes(result: LightningWire<PicklistValues>) {
    if (result.data) this.options = result.data.values.map(({ label, value }) => ({ label, value }));
  }

  get disabled(): boolean {
    return this.busy || this.chosen === '';
  }

  handleType(event: CustomEvent<{ value: string }>) {
    this.chosen = event.detail.value;
  }

  handleStart() {
    this.dispatchEvent(new CustomEvent('start', { detail: this.chosen }));
  }
}
