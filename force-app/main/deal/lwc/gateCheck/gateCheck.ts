import { LightningElement, api } from 'lwc';
import { updateRecord } from 'lightning/uiRecordApi';
import userId from '@salesforce/user/Id';
import holdsLegalRole from '@salesforce/customPermission/MF_Role_Legal';
import { reduceErrors } from 'c/ldsErrors';
import type { Check } from 'c/gateData';
import WaiverRequest from 'c/waiverRequest';
import { fill } from 'c/labelText';
import { labels } from './labels';

const icons: Readonly<Record<string, string>> = {
  Question: 'utility:question',
  Action: 'utility:task',
  Compliance: 'utility:shield',
  Role: 'utility:user',
  Document: 'utility:file',
  Decision: 'utility:approval',
  Dispatch: 'utility:groups',
};

/** One check. Everything it saves goes through the org, whose rules decide; a refusal is shown in the org's words. */
export default class GateCheck extends LightningElement {
  @api check!: Check;
  @api dealId!: string;
  /** ISO date of today in the user's zone. */
  @api today = '';
  /** The gate of the check is behind: it is shown, not edited. */
  @api readOnly = false;

  labels = labels;
  expanded = false;
  assigning = false;
  busy = false;
  errors: string[] = [];
  draft: { answer: string; answers: string[]; evidence: string; assignee: string | null } = {
    answer: '',
    answers: [],
    evidence: '',
    assignee: null,
  };
  yesNo = [
    { label: labels.yes, value: 'Yes' },
    { label: labels.no, value: 'No' },
  ];

  get isOpen(): boolean {
    return !this.readOnly && this.check.status !== 'Passed';
  }

  get mine(): boolean {
    return this.check.assigneeId === userId;
  }

  get canClose(): boolean {
    return this.isOpen;
  }

  get canReopen(): boolean {
    return !this.readOnly && this.check.status === 'Passed' && this.mine;
  }

  get canAskWaiver(): boolean {
    return (this.check.mandatory || this.check.blocking) && !this.check.waived && this.check.waiver === null;
  }

  get holdsGate(): boolean {
    return this.check.status !== 'Passed' && !this.check.waived && (this.check.mandatory || this.check.blocking);
  }

  get articleClass(): string {
    if (this.check.status === 'Passed') return 'check closed';
    return this.holdsGate ? 'check holds' : 'check points';
  }

  get icon(): string {
    return icons[this.check.kind] ?? 'utility:record';
  }

  get closeLabel(): string {
    return this.isQuestion ? labels.answer : labels.close;
  }

  get moreText(): string {
    return fill(labels.more, this.check.title);
  }

  get weightText(): string {
    return fill(labels.points, this.check.weight);
  }

  get ownerText(): string {
    return fill(labels.owner, this.check.roleName, this.check.assigneeName || labels.nobody);
  }

  get waivedText(): string {
    return fill(labels.waivedUntil, this.check.waivedUntil ?? '');
  }

  get sourceText(): string {
    return fill(labels.source, this.check.source);
  }

  get answerText(): string {
    const words: Readonly<Record<string, string>> = { Yes: labels.yes, No: labels.no };
    return fill(labels.answered, this.isYesNo ? (words[this.check.answer] ?? this.check.answer) : this.check.answer);
  }

  get showsAnswer(): boolean {
    return this.check.answer !== '' && !this.expanded;
  }

  get showsEvidence(): boolean {
    return this.check.evidence !== '' && !this.expanded;
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

  get isYesNo(): boolean {
    return this.check.answerType === 'YesNo';
  }

  get isChoice(): boolean {
    return this.check.answerType === 'Choice';
  }

  get isMulti(): boolean {
    return this.check.answerType === 'Multi';
  }

  get isNumber(): boolean {
    return this.check.answerType === 'Number';
  }

  get isDate(): boolean {
    return this.check.answerType === 'Date';
  }

  get choices() {
    return this.check.options.map((option) => ({ label: option, value: option }));
  }

  get hasErrors(): boolean {
    return this.errors.length > 0;
  }

  get isApprover(): boolean {
    return this.check.waiver !== null && this.check.waiver.approver === userId;
  }

  get canConsent(): boolean {
    return Boolean(holdsLegalRole) && this.check.waiver !== null && this.check.waiver.complianceBy === null;
  }

  get decidesWaiver(): boolean {
    return (
      !this.readOnly &&
      this.check.waiver !== null &&
      this.check.waiver.requestedBy !== userId &&
      (this.isApprover || this.canConsent)
    );
  }

  get waiverText(): string {
    const { waiver } = this.check;
    return waiver ? fill(labels.waiverAskedBy, waiver.requestedByName, waiver.expiresOn) : '';
  }

  handleOpen() {
    this.expanded = !this.expanded;
    this.assigning = false;
    this.errors = [];
    const { answer, evidence } = this.check;
    this.draft = { answer, answers: answer ? answer.split('; ') : [], evidence, assignee: this.check.assigneeId };
  }

  handleAnswer(event: CustomEvent<{ value: string }>) {
    this.draft = { ...this.draft, answer: event.detail.value };
  }

  handleAnswers(event: CustomEvent<{ value: string[] }>) {
    this.draft = { ...this.draft, answers: event.detail.value, answer: event.detail.value.join('; ') };
  }

  handleEvidence(event: CustomEvent<{ value: string }>) {
    this.draft = { ...this.draft, evidence: event.detail.value };
  }

  handleAssignee(event: CustomEvent<{ recordId: string | null }>) {
    this.draft = { ...this.draft, assignee: event.detail.recordId };
  }

  handleMenu(event: CustomEvent<{ value: string }>) {
    const { value } = event.detail;
    if (value === 'assign') this.assigning = true;
    if (value === 'fail') void this.save(this.check.id, { Status__c: 'Failed' });
    if (value === 'waive') void this.askWaiver();
  }

  handleStopAssign() {
    this.assigning = false;
  }

  handleAssign() {
    void this.save(this.check.id, { Assignee__c: this.draft.assignee });
  }

  handleReopen() {
    void this.save(this.check.id, { Status__c: 'Open' });
  }

  handleDone() {
    const inputs = [
      ...(this.template?.querySelectorAll<HTMLElement & { reportValidity?: () => boolean }>(
        '.form lightning-input, .form lightning-textarea, .form lightning-combobox, .form lightning-radio-group, .form lightning-checkbox-group',
      ) ?? []),
    ];
    if (inputs.filter((input) => input.reportValidity?.() === false).length > 0) return;
    const fields: Record<string, string | null> = { Status__c: 'Passed', Evidence__c: this.draft.evidence || null };
    if (this.isQuestion) fields['Answer__c'] = this.draft.answer;
    if (this.check.validityDays !== null) fields['Expires_On__c'] = dayAfter(this.today, this.check.validityDays);
    void this.save(this.check.id, fields);
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
    try {
      await updateRecord({ fields: { Id: id, ...fields } });
      this.expanded = false;
      this.assigning = false;
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

function dayAfter(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
