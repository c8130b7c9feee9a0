import { LightningElement, api } from 'lwc';
import { updateRecord } from 'lightning/uiRecordApi';
import userId from '@salesforce/user/Id';
import holdsLegalRole from '@salesforce/customPermission/MF_Role_Legal';
import { reduceErrors } from 'c/ldsErrors';
import type { Check } from 'c/gateData';
import WaiverRequest from 'c/waiverRequest';
import { asksOf, type Asks } from './asks';
import { closingFields, draftOf, emptyDraft, type Draft } from './draft';
import { labels } from './labels';
import { iconOf, standingOf, wordsOf, yesNo, type Words } from './words';

type Field = HTMLElement & { reportValidity?: () => boolean };
type Form = 'close' | 'assign';

const FIELDS =
  'lightning-input, lightning-textarea, lightning-combobox, lightning-radio-group, lightning-checkbox-group, lightning-record-picker, c-gate-order';

/** One check. Everything it saves goes through the org, whose rules decide; a refusal is shown in the org's words. */
export default class GateCheck extends LightningElement {
  @api check!: Check;
  @api dealId!: string;
  /** ISO date of today in the user's zone. */
  @api today = '';
  /** The gate of the check is behind: it is shown, not edited. */
  @api readOnly = false;

  labels = labels;
  yesNo = yesNo;
  form: Form | null = null;
  busy = false;
  errors: string[] = [];
  draft: Draft = emptyDraft;
  /** Where the keyboard goes once the change is drawn. */
  private focusOn: 'field' | 'action' | undefined;

  /** Goes to the first thing that can be done here, or to the title where nothing can. */
  @api
  focus() {
    const action = this.template?.querySelector<HTMLElement>(
      '.actions lightning-button, .actions lightning-button-menu',
    );
    (action ?? this.template?.querySelector<HTMLElement>('.title'))?.focus();
  }

  override renderedCallback() {
    const wanted = this.focusOn;
    this.focusOn = undefined;
    if (wanted === 'field') this.fields[0]?.focus();
    if (wanted === 'action') this.focus();
  }

  get closing(): boolean {
    return this.form === 'close';
  }

  get assigning(): boolean {
    return this.form === 'assign';
  }

  get isOpen(): boolean {
    return !this.readOnly && this.check.status !== 'Passed';
  }

  get mine(): boolean {
    return this.check.assigneeId === userId;
  }

  get canReopen(): boolean {
    return !this.readOnly && !this.isOpen && this.mine;
  }

  get canAskWaiver(): boolean {
    return (this.check.mandatory || this.check.blocking) && !this.check.waived && this.check.waiver === null;
  }

  get articleClass(): string {
    return `check ${standingOf(this.check)}`;
  }

  get icon(): string {
    return iconOf(this.check);
  }

  get words(): Words {
    return wordsOf(this.check);
  }

  get closeLabel(): string {
    return this.isQuestion ? labels.answer : labels.close;
  }

  get showsAnswer(): boolean {
    return this.check.answer !== '' && !this.closing;
  }

  get showsEvidence(): boolean {
    return this.check.evidence !== '' && !this.closing;
  }

  get dueClass(): string {
    return this.isOpen && this.check.dueOn !== null && this.check.dueOn < this.today ? 'late' : 'fact';
  }

  get expiryClass(): string {
    return this.check.expiresOn !== null && this.check.expiresOn < this.today ? 'late' : 'fact';
  }

  get isQuestion(): boolean {
    return this.check.kind === 'Question';
  }

  get asks(): Asks {
    return asksOf(this.check);
  }

  get isApprover(): boolean {
    return this.check.waiver !== null && this.check.waiver.approver === userId;
  }

  get canConsent(): boolean {
    return Boolean(holdsLegalRole) && this.check.waiver !== null && this.check.waiver.complianceBy === null;
  }

  get decidesWaiver(): boolean {
    const { waiver } = this.check;
    if (this.readOnly || waiver === null || waiver.requestedBy === userId) return false;
    return this.isApprover || this.canConsent;
  }

  handleOpen() {
    if (this.closing) this.handleLeave();
    else this.openForm('close');
  }

  handleLeave() {
    this.form = null;
    this.errors = [];
    this.focusOn = 'action';
  }

  handleFormKey(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.handleLeave();
  }

  handleAnswer(event: CustomEvent<{ value: string }>) {
    this.draft = { ...this.draft, answer: event.detail.value };
  }

  handleAnswers(event: CustomEvent<{ value: string[] }>) {
    this.draft = { ...this.draft, answers: event.detail.value, answer: event.detail.value.join('; ') };
  }

  handleOrder(event: CustomEvent<{ value: string }>) {
    this.draft = { ...this.draft, order: event.detail.value };
  }

  handleEvidence(event: CustomEvent<{ value: string }>) {
    this.draft = { ...this.draft, evidence: event.detail.value };
  }

  handleAssignee(event: CustomEvent<{ recordId: string | null }>) {
    this.draft = { ...this.draft, assignee: event.detail.recordId };
  }

  handleMenu(event: CustomEvent<{ value: string }>) {
    const { value } = event.detail;
    if (value === 'assign') this.openForm('assign');
    if (value === 'fail') void this.save(this.check.id, { Status__c: 'Failed' });
    if (value === 'waive') void this.askWaiver();
  }

  handleAssign() {
    void this.save(this.check.id, { Assignee__c: this.draft.assignee });
  }

  handleReopen() {
    void this.save(this.check.id, { Status__c: 'Open' });
  }

  handleDone() {
    if (this.fields.filter((field) => field.reportValidity?.() === false).length > 0) return;
    void this.save(this.check.id, closingFields(this.check, this.draft, this.today));
  }

  handleConsent() {
    void this.saveWaiver({ Compliance_By__c: userId });
  }

  handleApprove() {
    void this.saveWaiver({ Status__c: 'Approved' });
  }

  handleRefuse() {
    void this.saveWaiver({ Status__c: 'Refused' });
  }

  private get fields(): Field[] {
    const forms = [...(this.template?.querySelectorAll<Field>('.form') ?? [])];
    return forms.flatMap((form) => [...form.querySelectorAll<Field>(FIELDS)]);
  }

  private openForm(form: Form) {
    this.form = form;
    this.errors = [];
    this.draft = draftOf(this.check);
    this.focusOn = 'field';
  }

  private async askWaiver() {
    const result = await WaiverRequest.open({
      size: 'small',
      label: labels.askWaiver,
      check: this.check,
      dealId: this.dealId,
      today: this.today,
    });
    if (result === 'requested') this.announce();
  }

  private async saveWaiver(fields: Record<string, string>) {
    if (this.check.waiver) await this.save(this.check.waiver.id, fields);
  }

  private async save(id: string, fields: Record<string, string | null>) {
    this.busy = true;
    this.errors = [];
    this.dispatchEvent(new CustomEvent('saving', { detail: this.check.id }));
    try {
      await updateRecord({ fields: { Id: id, ...fields } });
      if (this.form !== null) this.handleLeave();
      this.announce();
    } catch (problem) {
      this.errors = reduceErrors(problem);
    } finally {
      this.busy = false;
    }
  }

  private announce() {
    this.dispatchEvent(new CustomEvent('saved'));
  }
}
