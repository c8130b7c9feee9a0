import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { updateRecord } from 'lightning/uiRecordApi';
import { fill } from 'c/labelText';
import { reduceErrors } from 'c/ldsErrors';
import { labels, satisfactions } from './labels';

interface Deliverable {
  readonly id: string;
  readonly name: string;
  readonly link: string | null;
  readonly accepted: boolean;
  readonly quality: number | null;
}

type Field = HTMLElement & { value: string; reportValidity(): boolean };

/** Takes the result of an order: a quality for each deliverable, and how satisfied the requester is. Closes with 'accepted'. */
export default class DispatchRequestAccept extends LightningModal {
  /** Opens the dialog; resolves with what it closes with. */
  declare static open: (options: Readonly<Record<string, unknown>>) => Promise<unknown>;

  @api orderId = '';
  @api deliverables: readonly Deliverable[] = [];

  labels = labels;
  satisfactions = satisfactions;
  busy = false;
  errors: string[] = [];

  get rows() {
    return this.deliverables.map((one) => ({
      ...one,
      quality: String(one.quality ?? 1),
      qualityLabel: fill(labels.quality, one.name),
    }));
  }

  get none(): boolean {
    return this.deliverables.length === 0;
  }

  get hasErrors(): boolean {
    return this.errors.length > 0;
  }

  handleBack() {
    void this.close(null);
  }

  async handleAccept() {
    const fields = [...(this.template?.querySelectorAll<Field>('[data-part]') ?? [])];
    if (fields.map((field) => field.reportValidity()).includes(false)) return;
    const satisfaction = fields.find((field) => field.dataset['part'] === 'satisfaction');
    this.busy = true;
    this.errors = [];
    try {
      for (const field of fields) {
        const { id } = field.dataset;
        if (id === undefined) continue;
        await updateRecord({ fields: { Id: id, Accepted__c: true, Quality__c: Number(field.value) } });
      }
      const order = { Id: this.orderId, Status__c: 'Accepted', Satisfaction__c: Number(satisfaction?.value) };
      await updateRecord({ fields: order });
      await this.close('accepted');
    } catch (problem) {
      this.errors = reduceErrors(problem);
    } finally {
      this.busy = false;
    }
  }
}
