import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { getPicklistValues, type PicklistValues } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import CURRENCY from '@salesforce/i18n/currency';
import LOCALE from '@salesforce/i18n/locale';
import { fill } from 'c/labelText';
import { reduceErrors } from 'c/ldsErrors';
import { COST_QUERY } from './costQuery';
import { labels } from './labels';
import { spendingOf, type Spending } from './spending';

interface GraphqlResult {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
  readonly refresh?: () => Promise<void>;
}

/** The record type that stands for all values of a picklist. */
const EVERY_VALUE = '012000000000000AAA';
const HOURS_PER_DAY = 8;

/** What presales has cost on the deal, by stage and against the budget. Sellers see totals, engineers see hours. */
export default class CostCard extends LightningElement {
  @api recordId: string | undefined;

  labels = labels;
  spending: Spending | undefined;
  private result: GraphqlResult = {};
  private seenStamp: string | undefined;
  private stageWords: ReadonlyMap<string, string> = new Map();

  @wire(graphql, { query: COST_QUERY, variables: '$variables' })
  wiredCost(result: GraphqlResult) {
    this.result = result;
    this.spending = result.data === undefined ? undefined : spendingOf(result.data);
  }

  /** A save of the opportunity may have moved its orders. */
  @wire(getRecord, { recordId: '$recordId', fields: ['Opportunity.LastModifiedDate'] })
  wiredRecord(result: LightningWire<LightningRecord>) {
    const stamp = result.data?.lastModifiedDate ?? undefined;
    if (stamp !== undefined && this.seenStamp !== undefined && stamp !== this.seenStamp) void this.result.refresh?.();
    this.seenStamp = stamp ?? this.seenStamp;
  }

  @wire(getPicklistValues, { recordTypeId: '$wordsOfType', fieldApiName: 'Opportunity.StageName' })
  wiredStages(result: LightningWire<PicklistValues>) {
    if (result.data) this.stageWords = new Map(result.data.values.map(({ value, label }) => [value, label] as const));
  }

  get variables() {
    return this.recordId ? { id: this.recordId } : undefined;
  }

  /** The words of the stages are asked for only where there is a line to read. */
  get wordsOfType(): string | undefined {
    return this.spending?.stages.length ? EVERY_VALUE : undefined;
  }

  get failures(): string[] {
    return this.result.data === undefined ? reduceErrors(this.result.errors ?? []) : [];
  }

  get failed(): boolean {
    return this.failures.length > 0;
  }

  get loading(): boolean {
    return this.result.data === undefined && !this.failed;
  }

  get noDeal(): boolean {
    return this.result.data !== undefined && this.spending === undefined;
  }

  get showsMoney(): boolean {
    return this.spending !== undefined && this.spending.standing !== 'hidden';
  }

  get hoursOnly(): boolean {
    return this.spending?.standing === 'hidden';
  }

  /** Totals are open to whoever sells the deal; a cost per person would give the rate away. */
  get totalsOnly(): boolean {
    return this.showsMoney && this.hasStages && this.spending?.showsPeople === false;
  }

  get hasStages(): boolean {
    return (this.spending?.stages.length ?? 0) > 0;
  }

  get empty(): boolean {
    return this.spending !== undefined && !this.hasStages;
  }

  get unset(): boolean {
    return this.spending?.standing === 'unset';
  }

  get warns(): boolean {
    return this.spending?.standing === 'warning';
  }

  get isOver(): boolean {
    return this.spending?.standing === 'over';
  }

  get hasBudget(): boolean {
    return this.showsMoney && !this.unset;
  }

  /** Rounded away from the limits of 80 and 100, so that the figure never contradicts the warning below it. */
  get usedPercent(): number {
    const { spent = 0, released = 0 } = this.spending ?? {};
    const tenths = released > 0 ? (spent / released) * 1000 : 0;
    return (this.isOver ? Math.ceil(tenths) : Math.floor(tenths)) / 10;
  }

  get usedText(): string {
    return fill(labels.used, this.usedPercent.toLocaleString(LOCALE));
  }

  get barClass(): string {
    return `bar ${this.spending?.standing ?? ''}`;
  }

  get barStyle(): string {
    return `width: ${Math.min(100, this.usedPercent)}%`;
  }

  get spentText(): string {
    return this.money(this.spending?.spent);
  }

  get budgetText(): string {
    return this.money(this.spending?.budget);
  }

  get leftText(): string {
    const { spent = 0, released = 0 } = this.spending ?? {};
    return fill(this.isOver ? labels.overBy : labels.left, this.money(Math.abs(released - spent)));
  }

  /** Said only where a stage keeps a part of the budget back. */
  get releasedText(): string {
    const { budget = 0, released = 0 } = this.spending ?? {};
    return this.hasBudget && released !== budget ? fill(labels.released, this.money(released), this.money(budget)) : '';
  }

  get asksStopLoss(): boolean {
    return this.spending?.asksStopLoss === true;
  }

  get peopleText(): string {
    return this.money(this.spending?.people);
  }

  get expensesText(): string {
    return this.money(this.spending?.expenses);
  }

  get daysText(): string {
    const { hours = 0 } = this.spending ?? {};
    const days = Math.round((hours / HOURS_PER_DAY) * 10) / 10;
    return fill(labels.days, hours.toLocaleString(LOCALE), days.toLocaleString(LOCALE));
  }

  get marginText(): string {
    const { spent = 0, margin = 0 } = this.spending ?? {};
    if (!this.showsMoney || margin <= 0 || spent <= 0) return '';
    return fill(labels.ofMargin, ((spent / margin) * 100).toLocaleString(LOCALE, { maximumSignificantDigits: 3 }));
  }

  get stages() {
    return (this.spending?.stages ?? []).map((line) => ({
      key: line.stage,
      name: this.stageWords.get(line.stage) ?? line.stage,
      planned: line.planned.toLocaleString(LOCALE),
      worked: line.worked.toLocaleString(LOCALE),
      people: this.money(line.people ?? 0),
      expenses: this.money(line.expenses),
    }));
  }

  handleRetry() {
    void this.result.refresh?.();
  }

  private money(amount = 0): string {
    return amount.toLocaleString(LOCALE, { style: 'currency', currency: CURRENCY, maximumFractionDigits: 0 });
  }
}
