import { LightningElement, api, wire } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getRecord, notifyRecordUpdateAvailable, updateRecord } from 'lightning/uiRecordApi';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { graphql } from 'lightning/graphql';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { CRITERIA_QUERY, GATE_QUERY, itemsOf, type Gate, type Items } from 'c/gateData';
import { fill } from 'c/labelText';
import { reduceErrors } from 'c/ldsErrors';
import { criteriaOf, criterionLine, type Criterion, type CriterionLine } from './criteria';
import { dealProcessOf, isPassed, offTrack, type DealProcess } from './dealProcess';
import { labels } from './labels';
import { nextMove, type Move } from './nextMove';
import { logRefusal } from './refusalLog';
import { verdictOf } from './verdict';

interface GraphqlResult {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
  readonly refresh?: () => Promise<void>;
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
  items: Items = itemsOf([]);
  process: DealProcess | undefined;
  private result: GraphqlResult = {};
  private criterionList: Criterion[] = [];
  private record: LightningRecord | undefined;
  private info: ObjectInfo | undefined;
  private mayLog = false;
  private userChoice: string | null = null;

  @wire(graphql, { query: GATE_QUERY, variables: '$variables' })
  wiredGate(result: GraphqlResult) {
    this.result = result;
    this.process = result.data === undefined ? undefined : dealProcessOf(result.data);
    this.listItems();
  }

  @wire(graphql, { query: '$stageQuery', variables: '$stageVariables' })
  wiredCriteria(result: GraphqlResult) {
    if (result.data) this.criterionList = criteriaOf(result.data);
  }

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$criteriaFields' })
  wiredRecord(result: LightningWire<LightningRecord>) {
    if (result.data) this.record = result.data;
  }

  @wire(getObjectInfo, { objectApiName: 'Opportunity' })
  wiredInfo(result: LightningWire<ObjectInfo>) {
    if (result.data) this.info = result.data;
  }

  @wire(getObjectInfo, { objectApiName: '$logObject' })
  wiredLog(result: LightningWire<ObjectInfo>) {
    this.mayLog = result.data?.createable === true;
  }

  get variables() {
    return this.recordId ? { id: this.recordId } : undefined;
  }

  get stageQuery() {
    return this.stageVariables && CRITERIA_QUERY;
  }

  get stageVariables() {
    return this.gate?.stageId ? { stage: this.gate.stageId } : undefined;
  }

  /** Needed only where a move can be refused. */
  get logObject(): string | undefined {
    return this.canAdvance ? 'MF_Event_Log__c' : undefined;
  }

  get criteriaFields(): string[] {
    return ['Opportunity.StageName', ...this.criterionList.map((criterion) => `Opportunity.${criterion.field}`)];
  }

  get loading(): boolean {
    return this.process === undefined && this.failures.length === 0;
  }

  get failures(): string[] {
    return this.process === undefined ? reduceErrors(this.result.errors ?? []) : [];
  }

  get unreadable(): boolean {
    return this.process?.readable === false;
  }

  get notStarted(): boolean {
    return this.process?.readable === true && !this.process.started;
  }

  get unmade(): boolean {
    return this.process?.readable === true && this.process.started && !this.running;
  }

  get running(): boolean {
    return this.gates.length > 0;
  }

  get gates(): readonly Gate[] {
    return this.process?.gates ?? [];
  }

  get dealId(): string {
    return this.process?.dealId ?? '';
  }

  get currentId(): string | null {
    return this.process?.currentId ?? null;
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

  /** Why there is nothing to see: the stage comes later, or the deal joined the process after it. */
  get noChecks(): string {
    return this.process && this.gate && isPassed(this.process, this.gate) ? labels.skipped : labels.ahead;
  }

  /** A lost deal is shown as it stood; it is worked on again only after it was reopened. */
  get readOnly(): boolean {
    return this.behind || this.lost;
  }

  get lost(): boolean {
    return this.process?.lost === true;
  }

  /** Today in the user's zone, ISO. */
  get today(): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }).format(new Date());
  }

  /** Live for the current gate only: what is behind was left with other values. */
  get criteria(): CriterionLine[] {
    if (this.behind) return [];
    return this.criterionList.map((criterion) => criterionLine(criterion, this.record, this.info));
  }

  get openCriteriaCount(): number {
    return this.criteria.filter((criterion) => !criterion.met).length;
  }

  /** Nothing is asked of a lost deal. */
  get verdict(): string {
    return this.gate && !this.lost ? verdictOf(this.gate, this.items, this.openCriteriaCount) : '';
  }

  get verdictClass(): string {
    return this.gate?.met && this.openCriteriaCount === 0 ? 'verdict met' : 'verdict open';
  }

  get counts(): string {
    return fill(labels.counts, this.items.closed.length, this.items.total);
  }

  get offTrack(): string {
    return this.process ? offTrack(this.process) : '';
  }

  get canAdvance(): boolean {
    return this.running && !this.lost && !this.offTrack && this.currentId !== null && this.process?.phase !== 'Closed';
  }

  private get move(): Move | undefined {
    return this.process && nextMove(this.process, this.recordId ?? '');
  }

  get advanceLabel(): string {
    return fill(labels.advance, this.move?.name ?? '');
  }

  handleSelect(event: CustomEvent<string>) {
    this.userChoice = event.detail === this.currentId ? null : event.detail;
    this.listItems();
  }

  async handleStart(event: CustomEvent<string>) {
    await this.write({ Id: this.recordId ?? '', MF_Deal_Type__c: event.detail });
  }

  async handleAdvance() {
    const { move } = this;
    if (move === undefined) return;
    this.userChoice = null;
    this.listItems();
    if (await this.write(move.fields)) {
      this.dispatchEvent(new ShowToastEvent({ title: fill(labels.moved, move.name), variant: 'success' }));
    } else if (this.mayLog && this.process) {
      const more = await logRefusal(this.process, move, this.refusals);
      this.refusals = [...new Set([...this.refusals, ...more])];
    }
  }

  async handleSaved() {
    this.refusals = [];
    await this.reload();
  }

  handleRetry() {
    void this.result.refresh?.();
  }

  private listItems() {
    this.items = itemsOf(this.process?.checks.filter((check) => check.gateId === this.gate?.id) ?? []);
  }

  private async write(fields: Readonly<Record<string, string>>): Promise<boolean> {
    this.busy = true;
    this.refusals = [];
    try {
      await updateRecord({ fields: { ...fields } });
      await this.reload();
      return true;
    } catch (problem) {
      this.refusals = reduceErrors(problem);
      return false;
    } finally {
      this.busy = false;
    }
  }

  private async reload() {
    await this.result.refresh?.();
    if (this.recordId) await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
  }
}
