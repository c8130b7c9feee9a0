import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import userId from '@salesforce/user/Id';
import { labelAt, rowsOf, valueAt } from 'c/gateData';
import { reduceErrors } from 'c/ldsErrors';
import { mondayOf, plusDays, weekText } from './days';
import { labels } from './labels';
import { questionsOf, type Question } from './requests';
import { expiringOf, type ExpiringSkill } from './skills';
import { MY_WEEK_QUERY } from './weekQuery';
import { weeksOf, type Week } from './weeks';

export type { Question } from './requests';
export type { ExpiringSkill } from './skills';
export type { Week, WeekLine } from './weeks';

interface GraphqlResult {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
  readonly refresh?: () => Promise<void>;
}

const WEEKS_BACK = 8;

/** The engineer's own week: hours to confirm, the oldest first; requests to answer; orders to lead; skills that run out. */
export default class MyWeek extends LightningElement {
  labels = labels;
  today = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }).format(new Date());
  shown = mondayOf(this.today);
  private result: GraphqlResult = {};

  @wire(graphql, { query: MY_WEEK_QUERY, variables: '$variables' })
  wiredWeeks(result: GraphqlResult) {
    this.result = result;
  }

  get variables() {
    return { user: userId, from: plusDays(mondayOf(this.today), -7 * WEEKS_BACK) };
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

  private get person() {
    return rowsOf(this.result.data, 'MF_Resource__c')[0];
  }

  get notEngineer(): boolean {
    return this.result.data !== undefined && this.person === undefined;
  }

  get ready(): boolean {
    return this.person !== undefined;
  }

  get personId(): string {
    return this.person?.Id ?? '';
  }

  private get weeks(): Week[] {
    return weeksOf(this.result.data, this.today);
  }

  private get thisMonday(): string {
    return mondayOf(this.today);
  }

  /** Weeks that are over and not confirmed. */
  get overdue(): Week[] {
    return this.weeks.filter((week) => week.start < this.thisMonday && !week.confirmed);
  }

  get hasOverdue(): boolean {
    return this.overdue.length > 0;
  }

  get hasSeveral(): boolean {
    return this.overdue.length > 1;
  }

  get week(): Week | undefined {
    return this.weeks.find((week) => week.start === this.shown);
  }

  get emptyWeek(): boolean {
    return this.week === undefined || this.week.lines.length === 0;
  }

  get shownText(): string {
    return weekText(this.shown);
  }

  get isThisWeek(): boolean {
    return this.shown === this.thisMonday;
  }

  get atFirst(): boolean {
    return this.shown <= plusDays(this.thisMonday, -7 * WEEKS_BACK);
  }

  get questions(): Question[] {
    return questionsOf(this.result.data, this.thisMonday);
  }

  get hasQuestions(): boolean {
    return this.questions.length > 0;
  }

  get led() {
    return rowsOf(this.result.data, 'MF_Dispatch__c').map((node) => ({
      id: node.Id,
      number: String(valueAt(node, 'Name') ?? ''),
      status: String(valueAt(node, 'Status__c') ?? ''),
      statusLabel: labelAt(node, 'Status__c'),
      deliverable: String(valueAt(node, 'Deliverable__c') ?? ''),
      dealId: String(valueAt(node, 'Deal__c') ?? ''),
      deal: String(valueAt(node, 'Deal__r', 'Opportunity__r', 'Name') ?? ''),
    }));
  }

  get leads(): boolean {
    return this.led.length > 0;
  }

  get expiring(): ExpiringSkill[] {
    return expiringOf(this.result.data, this.today);
  }

  get hasExpiring(): boolean {
    return this.expiring.length > 0;
  }

  handlePrevious() {
    this.shown = plusDays(this.shown, -7);
  }

  handleNext() {
    this.shown = plusDays(this.shown, 7);
  }

  handleThisWeek() {
    this.shown = this.thisMonday;
  }

  /** Every week that is over, as it stands on the screen. */
  async handleAll() {
    const sheets = this.template?.querySelectorAll<HTMLElement & { confirm(): Promise<void> }>(
      '.overdue c-my-week-hours',
    );
    for (const sheet of sheets ?? []) await sheet.confirm();
  }

  handleChanged() {
    void this.result.refresh?.();
  }
}
