import { LightningElement, api } from 'lwc';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { reduceErrors } from 'c/ldsErrors';
import { labels } from './labels';

interface LedOrder {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly statusLabel: string;
  readonly deliverable: string;
  readonly dealId: string;
  readonly deal: string;
}

type Field = HTMLElement & { name: string; value: string; reportValidity(): boolean };

/** An order that the engineer leads: started, and delivered with the link to what was made. */
export default class MyWeekLead extends LightningElement {
  @api order!: LedOrder;

  labels = labels;
  busy = false;
  delivering = false;
  errors: string[] = [];
  /** A delivery that broke off after the deliverable was filed does not file it twice. */
  private filed = false;
  private focusOn: string | undefined;

  override renderedCallback() {
    const wanted = this.focusOn;
    this.focusOn = undefined;
    if (wanted !== undefined) this.template?.querySelector<HTMLElement>(wanted)?.focus();
  }

  get startable(): boolean {
    return this.order.status === 'Confirmed';
  }

  get deliverable(): boolean {
    return !this.startable && !this.delivering;
  }

  get hasErrors(): boolean {
    return this.errors.length > 0;
  }

  async handleStart() {
    await this.attempt(() => updateRecord({ fields: { Id: this.order.id, Status__c: 'In progress' } }));
  }

  handleDeliver() {
    this.delivering = true;
    this.focusOn = 'lightning-input';
  }

  handleBack() {
    this.delivering = false;
    this.errors = [];
    this.focusOn = 'lightning-button';
  }

  async handleSend() {
    const fields = [...(this.template?.querySelectorAll<Field>('lightning-input') ?? [])];
    if (fields.map((field) => field.reportValidity()).includes(false)) return;
    const value = (name: string) => fields.find((field) => field.name === name)?.value ?? '';
    const { id, dealId } = this.order;
    await this.attempt(async () => {
      if (!this.filed)
        await createRecord({
          apiName: 'MF_Deliverable__c',
          fields: { Name: value('name'), Link__c: value('link') || null, Deal__c: dealId, Dispatch__c: id },
        });
      this.filed = true;
      await updateRecord({ fields: { Id: id, Status__c: 'Delivered' } });
      this.filed = false;
    });
  }

  private async attempt(write: () => Promise<unknown>) {
    this.busy = true;
    this.errors = [];
    try {
      await write();
      this.dispatchEvent(new CustomEvent('changed'));
    } catch (problem) {
      this.errors = reduceErrors(problem);
    } finally {
      this.busy = false;
    }
  }
}
