import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { updateRecord } from 'lightning/uiRecordApi';
import { reduceErrors } from 'c/ldsErrors';
import { labels } from './labels';

type Field = HTMLElement & { value: string; reportValidity(): boolean };

/** Moves an order with the reason that the step needs. Closes with 'done'. */
export default class DispatchRequestReason extends LightningModal {
  /** Opens the dialog; resolves with what it closes with. */
  declare static open: (options: Readonly<Record<string, unknown>>) => Promise<unknown>;

  @api orderId = '';
  @api status = '';

  labels = labels;
  busy = false;
  errors: string[] = [];

  get hasErrors(): boolean {
    return this.errors.length > 0;
  }

  handleBack() {
    void this.close(null);
  }

  async handleSend() {
    const field = this.template?.querySelector<Field>('lightning-textarea');
    if (!field?.reportValidity()) return;
    this.busy = true;
    this.errors = [];
    try {
      await updateRecord({ fields: { Id: this.orderId, Status__c: this.status, Status_Reason__c: field.value } });
      await this.close('done');
    } catch (problem) {
      this.errors = reduceErrors(problem);
    } finally {
      this.busy = false;
    }
  }
}
