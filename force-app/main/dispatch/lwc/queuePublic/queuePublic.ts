import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import userId from '@salesforce/user/Id';
import { figure, shortWeeks, type GraphqlResult } from 'c/dispatchData';
import { fill } from 'c/labelText';
import { reduceErrors } from 'c/ldsErrors';
import { labels } from './labels';
import { linesOf, type QueueLine } from './line';
import { QUEUE_QUERY } from './queueQuery';

/** Rows drawn at first; the rest on request. */
const PAGE = 100;

/** The queue as every requester sees it: place, worth and reason of every order; no nominee, no rate, no customer but the own. */
export default class QueuePublic extends LightningElement {
  labels = labels;
  variables = { me: userId };
  onlyMine = false;
  private lines: readonly QueueLine[] | undefined;
  private result: GraphqlResult = {};
  private shown = PAGE;

  @wire(graphql, { query: QUEUE_QUERY, variables: '$variables' })
  wiredQueue(result: GraphqlResult) {
    this.result = result;
    if (result.data) this.lines = linesOf(result.data);
  }

  get failures(): string[] {
    return this.lines === undefined ? reduceErrors(this.result.errors ?? []) : [];
  }

  get failed(): boolean {
    return this.failures.length > 0;
  }

  get loading(): boolean {
    return this.lines === undefined && !this.failed;
  }

  get empty(): boolean {
    return this.lines !== undefined && this.tables.length === 0;
  }

  get tables() {
    const wanted = (this.lines ?? []).filter((line) => !this.onlyMine || line.isMine);
    const table = (id: string, title: string, lines: readonly QueueLine[]) =>
      lines.length === 0
        ? []
        : [{ id, title: fill(title, lines.length), rows: lines.slice(0, this.shown).map((line) => rowOf(line)) }];
    return [
      ...table(
        'waiting',
        labels.waiting,
        wanted.filter((line) => line.waits),
      ),
      ...table(
        'served',
        labels.decided,
        wanted.filter((line) => !line.waits),
      ),
    ];
  }

  handleMine(event: CustomEvent<{ checked: boolean }>) {
    this.onlyMine = event.detail.checked;
  }

  handleRetry() {
    void this.result.refresh?.();
  }

  get hasMore(): boolean {
    return (this.lines ?? []).length > this.shown;
  }

  get moreLabel(): string {
    return fill(labels.more, (this.lines ?? []).length - this.shown);
  }

  handleMore() {
    this.shown += PAGE * 5;
  }
}

function rowOf(line: QueueLine) {
  const { id, name, deal, statusLabel, status, emergency, overridden, isMine, reason, servingWorth } = line;
  return {
    id,
    name,
    deal,
    statusLabel,
    statusClass: `tag ${status.toLowerCase().replace(' ', '-')}`,
    emergency,
    overridden,
    isMine,
    reason,
    // The allocation's own words tell it already.
    serving:
      servingWorth === null || reason.includes(figure(servingWorth)) ? '' : fill(labels.serving, figure(servingWorth)),
    rank: line.rank === null ? '–' : String(line.rank),
    worth: line.worth === null ? labels.notScored : figure(line.worth),
    work: `${line.purpose} · ${fill(labels.weeks, figure(line.hours), line.headcount, shortWeeks(line.firstWeek, line.lastWeek), line.region)}`,
    className: isMine ? 'mine' : '',
  };
}
