import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { getPicklistValues, type PicklistValues } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { fill } from 'c/labelText';
import { reduceErrors } from 'c/ldsErrors';
import { entriesOf, type Entry } from './entries';
import { HISTORY_QUERY } from './historyQuery';
import { labels } from './labels';

interface GraphqlResult {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
  readonly refresh?: () => Promise<void>;
}

/** So many lines are drawn at first and with each click on the end. */
const STEP = 20;

/** The record type that stands for all values of a picklist. */
const EVERY_VALUE = '012000000000000AAA';

/** Every move, waiver and exception of the deal, newest first. */
export default class GateHistory extends LightningElement {
  @api recordId: string | undefined;

  labels = labels;
  drawn = STEP;
  private result: GraphqlResult = {};
  private seenStamp: string | undefined;
  private words: ReadonlyMap<string, string> = new Map();

  @wire(graphql, { query: HISTORY_QUERY, variables: '$variables' })
  wiredHistory(result: GraphqlResult) {
    this.result = result;
  }

  /** A save of the opportunity may have written a line. */
  @wire(getRecord, { recordId: '$recordId', fields: ['Opportunity.LastModifiedDate'] })
  wiredRecord(result: LightningWire<LightningRecord>) {
    const stamp = result.data?.lastModifiedDate ?? undefined;
    if (stamp !== undefined && this.seenStamp !== undefined && stamp !== this.seenStamp) void this.result.refresh?.();
    this.seenStamp = stamp ?? this.seenStamp;
  }

  @wire(getPicklistValues, { recordTypeId: '$wordsOfType', fieldApiName: 'Opportunity.StageName' })
  wiredStages(result: LightningWire<PicklistValues>) {
    this.learn(result.data);
  }

  @wire(getPicklistValues, { recordTypeId: '$wordsOfType', fieldApiName: 'MF_Deal__c.Phase__c' })
  wiredPhases(result: LightningWire<PicklistValues>) {
    this.learn(result.data);
  }

  @wire(getPicklistValues, { recordTypeId: '$wordsOfType', fieldApiName: 'MF_Waiver__c.Status__c' })
  wiredStatuses(result: LightningWire<PicklistValues>) {
    this.learn(result.data);
  }

  get variables() {
    return this.recordId ? { id: this.recordId } : undefined;
  }

  /** The words are asked for only where there is a line to read. */
  get wordsOfType(): string | undefined {
    return this.hasEntries ? EVERY_VALUE : undefined;
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

  get entries(): Entry[] {
    return entriesOf(this.result.data, this.words);
  }

  get hasEntries(): boolean {
    return this.entries.length > 0;
  }

  get shownEntries(): Entry[] {
    return this.entries.slice(0, this.drawn);
  }

  get hasMore(): boolean {
    return this.entries.length > this.drawn;
  }

  get moreLabel(): string {
    return fill(labels.more, Math.min(STEP, this.entries.length - this.drawn));
  }

  get empty(): boolean {
    return this.result.data !== undefined && !this.hasEntries;
  }

  handleMore() {
    this.drawn += STEP;
  }

  handleRetry() {
    void this.result.refresh?.();
  }

  private learn(values: PicklistValues | undefined) {
    if (values === undefined) return;
    this.words = new Map([...this.words, ...values.values.map(({ value, label }) => [value, label] as const)]);
  }
}
