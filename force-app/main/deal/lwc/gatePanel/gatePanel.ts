import { LightningElement, api, wire } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import {
  createRecord,
  getFieldDisplayValue,
  getFieldValue,
  getRecord,
  notifyRecordUpdateAvailable,
  updateRecord,
} from 'lightning/uiRecordApi';
import { getObjectInfo, getPicklistValues, type ObjectInfo, type PicklistValues } from 'lightning/uiObjectInfoApi';
import { graphql } from 'lightning/graphql';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { meets, type FieldCriterion } from 'c/fieldCriteria';
import {
  CRITERIA_QUERY,
  GATE_QUERY,
  checksOf,
  gatesOf,
  inLanguage,
  labelAt,
  rowsOf,
  valueAt,
  type Check,
  type Gate,
  type Node,
} from 'c/gateData';
import { fill } from 'c/labelText';
import { reduceErrors } from 'c/ldsErrors';
import { labels } from './labels';

interface GraphqlResult {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
  readonly refresh?: () => Promise<void>;
}

interface Criterion extends FieldCriterion {
  readonly id: string;
  readonly title: string;
}

/**
 * What the gate of an opportunity still needs, and the way to close it. The panel only shows and asks: whether a stage may
 * be left is decided by the org in the save, whatever this page believes.
 */
export default class GatePanel extends LightningElement {
  @api recordId: string | undefined;

  labels = labels;
  busy = false;
  refusals: string[] = [];
  chosenType = '';
  showClosed = false;
  private result: GraphqlResult = {};
  private criteriaRows: Node[] = [];
  private record: LightningRecord | undefined;
  private userChoice: string | null = null;
  private recordTypeId: string | undefined;
  typeOptions: readonly { readonly label: string; readonly value: string }[] = [];

  @wire(graphql, { query: GATE_QUERY, variables: '$variables' })
  wiredGate(result: GraphqlResult) {
    this.result = result;
  }

  @wire(graphql, { query: CRITERIA_QUERY, variables: '$stageVariables' })
  wiredCriteria(result: GraphqlResult) {
    if (result.data) this.criteriaRows = rowsOf(result.data, 'MF_Check_Definition__c');
  }

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$criteriaFields' })
  wiredRecord(result: LightningWire<LightningRecord>) {
    if (result.data) this.record = result.data;
  }

  @wire(getObjectInfo, { objectApiName: 'Opportunity' })
  wiredInfo(result: LightningWire<ObjectInfo>) {
    if (result.data) this.recordTypeId = result.data.defaultRecordTypeId ?? undefined;
  }

  @wire(getPicklistValues, { recordTypeId: '$typeRecordTypeId', fieldApiName: 'Opportunity.MF_Deal_Type__c' })
  wiredTypes(result: LightningWire<PicklistValues>) {
    if (result.data) this.typeOptions = result.data.values.map(({ label, value }) => ({ label, value }));
  }

  get variables() {
    return this.recordId ? { id: this.recordId } : undefined;
  }

  get stageVariables() {
    return this.gate?.stageId ? { stage: this.gate.stageId } : undefined;
  }

  /** The types are asked for only where one is to be chosen. */
  get typeRecordTypeId() {
    return this.notStarted ? this.recordTypeId : undefined;
  }

  get loading(): boolean {
    return this.result.data === undefined && !this.failed;
  }

  get failures(): string[] {
    return this.result.data === undefined ? reduceErrors(this.result.errors ?? []) : [];
  }

  get failed(): boolean {
    return this.failures.length > 0;
  }

  private get opportunity(): Node | undefined {
    return rowsOf(this.result.data, 'Opportunity')[0];
  }

  private get deal(): Node | undefined {
    return rowsOf(this.result.data, 'MF_Deal__c')[0];
  }

  get unreadable(): boolean {
    return this.result.data !== undefined && this.opportunity === undefined;
  }

  get notStarted(): boolean {
    return this.opportunity !== undefined && valueAt(this.opportunity, 'MF_Deal_Type__c') === null;
  }

  get unmade(): boolean {
    return this.opportunity !== undefined && !this.notStarted && this.gates.length === 0;
  }

  get running(): boolean {
    return this.gates.length > 0;
  }

  get gates(): Gate[] {
    return gatesOf(this.result.data);
  }

  get dealId(): string {
    return this.deal?.Id ?? '';
  }

  get currentId(): string | null {
    return valueAt(this.deal, 'Current_Gate__c') as string | null;
  }

  get selectedId(): string | null {
    return this.userChoice ?? this.currentId;
  }

  get gate(): Gate | undefined {
    return this.gates.find((gate) => gate.id === this.selectedId) ?? this.gates[0];
  }

  get behind(): boolean {
    return this.gate?.id !== this.currentId;
  }

  /** A lost deal is shown as it stood; it is worked on again only after it was reopened. */
  get readOnly(): boolean {
    return this.behind || this.lost;
  }

  get undecided(): boolean {
    return !this.lost;
  }

  get lost(): boolean {
    return valueAt(this.opportunity, 'IsClosed') === true && valueAt(this.opportunity, 'IsWon') !== true;
  }

  get conditional(): boolean {
    return valueAt(this.deal, 'Is_Conditional__c') === true;
  }

  get lapsed(): boolean {
    return valueAt(this.deal, 'Has_Lapsed_Condition__c') === true;
  }

  get refused(): boolean {
    return this.refusals.length > 0;
  }

  /** Today in the user's zone, ISO. */
  get today(): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }).format(new Date());
  }

  private get checks(): Check[] {
    return checksOf(this.result.data).filter((check) => check.gateId === this.gate?.id);
  }

  get hasChecks(): boolean {
    return this.checks.length > 0;
  }

  get mustChecks(): Check[] {
    return this.openChecks
      .filter((check) => check.mandatory || check.blocking)
      .sort((a, b) => Number(b.blocking) - Number(a.blocking));
  }

  get pointChecks(): Check[] {
    return this.openChecks.filter((check) => !check.mandatory && !check.blocking).sort((a, b) => b.weight - a.weight);
  }

  get closedChecks(): Check[] {
    return this.checks.filter((check) => check.status === 'Passed');
  }

  private get openChecks(): Check[] {
    return this.checks.filter((check) => check.status !== 'Passed');
  }

  get mustCount(): number {
    return this.mustChecks.filter((check) => !check.waived).length;
  }

  get nothingMust(): boolean {
    return this.mustChecks.length === 0;
  }

  get hasPoints(): boolean {
    return this.pointChecks.length > 0;
  }

  get pointsCount(): number {
    return this.pointChecks.length;
  }

  get hasClosed(): boolean {
    return this.closedChecks.length > 0;
  }

  get closedCount(): number {
    return this.closedChecks.length;
  }

  get closedExpanded(): string {
    return String(this.showClosed);
  }

  get closedIcon(): string {
    return this.showClosed ? 'utility:chevrondown' : 'utility:chevronright';
  }

  private get criterionList(): Criterion[] {
    return this.criteriaRows.map((node) => ({
      id: node.Id,
      title: inLanguage(node, ['Title_En__c'], ['Title_Zh__c']),
      field: String(valueAt(node, 'Criterion_Field__c')),
      operator: String(valueAt(node, 'Criterion_Operator__c')),
      value: valueAt(node, 'Criterion_Value__c') as string | null,
    }));
  }

  get criteriaFields(): string[] {
    return ['Opportunity.StageName', ...this.criterionList.map((criterion) => `Opportunity.${criterion.field}`)];
  }

  get criteria() {
    return this.criterionList.map((criterion) => {
      const field = `Opportunity.${criterion.field}`;
      const value = getFieldValue(this.record, field) as string | number | boolean | null;
      const met = meets(criterion, value);
      const shown = getFieldDisplayValue(this.record, field) ?? value ?? labels.blank;
      return {
        id: criterion.id,
        title: criterion.title,
        met,
        itemClass: met ? 'criterion met' : 'criterion open',
        icon: met ? 'utility:success' : 'utility:warning',
        variant: met ? 'success' : 'error',
        state: met ? labels.conditionMet : labels.conditionOpen,
        now: fill(labels.conditionNow, criterion.field, String(shown)),
      };
    });
  }

  get hasCriteria(): boolean {
    return !this.behind && this.criteria.length > 0;
  }

  get openCriteriaCount(): number {
    return this.criteria.filter((criterion) => !criterion.met).length;
  }

  get verdict(): string {
    if (this.gate?.met && this.openCriteriaCount === 0) return labels.met;
    return fill(
      labels.notMet,
      this.mustCount + this.openCriteriaCount + (this.scoreReached || this.mustCount > 0 ? 0 : this.pointsCount),
    );
  }

  private get scoreReached(): boolean {
    return this.gate !== undefined && this.gate.score >= this.gate.threshold;
  }

  get verdictClass(): string {
    return this.gate?.met && this.openCriteriaCount === 0 ? 'verdict met' : 'verdict open';
  }

  get counts(): string {
    return fill(labels.counts, this.closedCount, this.checks.length);
  }

  /** The gate after the current one; undefined after the last. */
  private get nextGate(): Gate | undefined {
    const current = this.gates.find((gate) => gate.id === this.currentId);
    return current && this.gates.find((gate) => gate.order === current.order + 1);
  }

  private get won(): boolean {
    return valueAt(this.opportunity, 'IsWon') === true;
  }

  get canAdvance(): boolean {
    return this.running && !this.lost && this.currentId !== null && valueAt(this.deal, 'Phase__c') !== 'Closed';
  }

  get advanceLabel(): string {
    return fill(labels.advance, this.nextName);
  }

  private get nextName(): string {
    if (this.won) return this.nextGate?.name ?? labels.finish;
    return this.nextGate && !this.nextGate.afterWin ? this.nextGate.name : labels.won;
  }

  /** Before the win the stage moves, after it the phase of the deal. */
  private get nextMove(): Record<string, string> {
    if (this.won) return { Id: this.dealId, Phase__c: this.nextGate?.value ?? 'Closed' };
    const stage = this.nextGate && !this.nextGate.afterWin ? this.nextGate.value : 'Closed Won';
    return { Id: this.recordId ?? '', StageName: stage };
  }

  get startDisabled(): boolean {
    return this.busy || this.chosenType === '';
  }

  handleSelect(event: CustomEvent<string>) {
    this.userChoice = event.detail === this.currentId ? null : event.detail;
  }

  handleToggleClosed() {
    this.showClosed = !this.showClosed;
  }

  handleType(event: CustomEvent<{ value: string }>) {
    this.chosenType = event.detail.value;
  }

  async handleStart() {
    await this.write({ Id: this.recordId ?? '', MF_Deal_Type__c: this.chosenType });
  }

  async handleAdvance() {
    const name = this.nextName;
    this.userChoice = null;
    if (await this.write(this.nextMove)) {
      this.dispatchEvent(new ShowToastEvent({ title: fill(labels.moved, name), variant: 'success' }));
    } else {
      await this.logRefusal();
    }
  }

  async handleSaved() {
    this.refusals = [];
    await this.reload();
  }

  handleRetry() {
    void this.result.refresh?.();
  }

  private async write(fields: Record<string, string>): Promise<boolean> {
    this.busy = true;
    this.refusals = [];
    try {
      await updateRecord({ fields });
      await this.reload();
      return true;
    } catch (problem) {
      this.refusals = reduceErrors(problem);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** A refused save leaves no trace in the org by itself: the attempt is counted in a second one. */
  private async logRefusal() {
    const fields = {
      Deal__c: this.dealId,
      Kind__c: 'Refused',
      Before__c: labelAt(this.opportunity ?? { Id: '' }, 'StageName'),
      After__c: this.nextName,
      Reason__c: this.refusals.join(' ').slice(0, 255),
    };
    try {
      await createRecord({ apiName: 'MF_Event_Log__c', fields });
    } catch (problem) {
      this.refusals = [...this.refusals, ...reduceErrors(problem)];
    }
  }

  private async reload() {
    await this.result.refresh?.();
    if (this.recordId) await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
  }
}
