import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { createRecord } from 'lightning/uiRecordApi';
import { reduceErrors } from 'c/ldsErrors';
import { labels } from './labels';

/** Names a person for a role of the deal, from today. Closes with 'named'. */
export default class TeamMember extends LightningModal {
  /** Opens the dialog; resolves with what it closes with. */
  declare static open: (options: Readonly<Record<string, unknown>>) => Promise<unknown>;

  @api dealId = '';
  @api roleId = '';
  @api roleKey = '';
  @api today = '';

  labels = labels;
  person: string | null = null;
  busy = false;
  errors: string[] = [];

  get disabled(): boolean {
    return this.busy || this.person === null;
  }

  get hasErrors(): boolean {
    return this.errors.length > 0;
  }

  handlePerson(event: CustomEvent<{ recordId: string | null }>) {
    this.person = event.detail.recordId;
  }

  handleCancel() {
    void this.close(null);
  }

  async handleSave() {
    this.busy = true;
    this.errors = [];
    try {
      const fields = {
        Deal__c: this.dealId,
        Role__c: this.roleId,
        Role_Key__c: this.roleKey,
        Member__c: this.person,
        From_Date__c: this.today,
      };
      await createRecord({ apiName: 'MF_Team_Member__c', fields });
      await this.close('named');
    } catch (problem) {
      this.errors = reduceErrors(problem);
    } finally {
      this.busy = false;
    }
  }
}
