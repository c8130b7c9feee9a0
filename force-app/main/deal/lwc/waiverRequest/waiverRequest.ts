import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { createRecord } from 'lightning/uiRecordApi';
import userId from '@salesforce/user/Id';
import { reduceErrors } from 'c/ldsErrors';
import type { Check } from 'c/gateData';
import { labels } from './labels';

/** Asks for a waiver of one check. Closes with 'requested' once the org has the request. */
export default class WaiverRequest extends LightningModal {
  /** Opens the dialog; resolves with what it closes with. */
  declare static open: (options: Readonly<Record<string, unknown>>) => Promise<unknown>;

  @api check!: Check;
  @api dealId!: string;
  @api today = '';

  labels = labels;
  errors: string[] = [];
  busy = false;
  approver: string | null = null;

  get hasErrors(): boolean {
    return this.errors.length > 0;
  }

  /** A week from today: within the limit of ten working days. */
  get suggested(): string {
    return new Date(Date.parse(`${this.today}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10);
  }

  handleApprover(event: CustomEvent<{ recordId: string | null }>) {
    this.approver = event.detail.recordId;
  }

  handleCancel() {
    void this.close(null);
  }

  async handleSend() {
    const inputs = [
      ...(this.template?.querySelectorAll<HTMLElement & { name: string; value: string; reportValidity(): boolean }>(
        'lightning-textarea, lightning-input',
      ) ?? []),
    ];
    const picker = this.template?.querySelector<HTMLElement & { reportValidity(): boolean }>('lightning-record-picker');
    const valid = [...inputs, picker].map((input) => input?.reportValidity() ?? true);
    if (valid.includes(false)) return;
    const value = (name: string) => inputs.find((input) => input.name === name)?.value;
    this.busy = true;
    this.errors = [];
    try {
      await createRecord({
        apiName: 'MF_Waiver__c',
        fields: {
          Deal__c: this.dealId,
          Check__c: this.check.id,
          Reason__c: value('reason'),
          Expires_On__c: value('lastDay'),
          Approver__c: this.approver,
          Requested_By__c: userId,
          Status__c: 'Requested',
        },
      });
      await this.close('requested');
    } catch (problem) {
      this.errors = reduceErrors(problem);
    } finally {
      this.busy = false;
    }
  }
}
