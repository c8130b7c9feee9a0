import { LightningElement, api } from 'lwc';
import { updateRecord } from 'lightning/uiRecordApi';
import LOCALE from '@salesforce/i18n/locale';
import type { Question } from 'c/myWeek';
import { fill } from 'c/labelText';
import { reduceErrors } from 'c/ldsErrors';
import { labels } from './labels';

type Field = HTMLElement & { value: string; reportValidity(): boolean };

/** What an order asks of the engineer: accepted, or declined with a reason, for all its weeks. */
export default class MyWeekAnswer extends LightningElement {
  @api question!: Question;

  labels = labels;
  busy = false;
  declining = false;
  errors: string[] = [];
  private focusOn: string | undefined;

  override renderedCallback() {
    const wanted = this.focusOn;
    this.focusOn = undefined;
    if (wanted !== undefined) this.template?.querySelector<HTMLElement>(wanted)?.focus();
  }

  get weeks() {
    return this.question.weeks.map((week) => ({
      ...week,
      hours: fill(labels.hours, week.hours.toLocaleString(LOCALE)),
    }));
  }

  get hasErrors(): boolean {
    return this.errors.length > 0;
  }

  handleDecline() {
    this.declining = true;
    this.focusOn = 'lightning-textarea';
  }

  handleBack() {
    this.declining = false;
    this.errors = [];
    this.focusOn = '.decline';
  }

  async handleAccept() {
    await this.answer({ Answer__c: 'Accepted' });
  }

  async handleSend() {
    const field = this.template?.querySelector<Field>('lightning-textarea');
    if (!field?.reportValidity()) return;
    await this.answer({ Answer__c: 'Declined', Decline_Reason__c: field.value });
  }

  private async answer(fields: Readonly<Record<string, string>>) {
    this.busy = true;
    this.errors = [];
    try {
      for (const Id of this.question.bookingIds) await updateRecord({ fields: { Id, ...fields } });
      this.dispatchEvent(new CustomEvent('changed'));
    } catch (problem) {
      this.errors = reduceErrors(problem);
    } finally {
      this.busy = false;
    }
  }
}
