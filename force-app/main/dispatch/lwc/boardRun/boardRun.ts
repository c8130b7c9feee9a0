import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { createRecord } from 'lightning/uiRecordApi';
import { figure, isUnderWay, percent, RUN_QUERY, runsOf, type GraphqlResult, type Run } from 'c/dispatchData';
import { fill } from 'c/labelText';
import { reduceErrors } from 'c/ldsErrors';
import { labels } from './labels';

/** Milliseconds between two looks at a run that is under way. */
const LOOK = 3000;
/** Milliseconds without a sign of life after which the page says so. */
const SILENT = 120_000;

/** Asks for an allocation and follows it; the worker that carries it out may be on another machine. */
export default class BoardRun extends LightningElement {
  /** Orders that may be confirmed now. */
  @api proposedCount = 0;
  @api overrideCount = 0;
  @api overrideLoss = 0;
  @api busy = false;

  labels = labels;
  errors: string[] = [];
  mode = 'worth';
  private asking = false;
  private runs: readonly Run[] | undefined;
  private result: GraphqlResult = {};
  private watch: number | undefined;
  private watched = '';

  @wire(graphql, { query: RUN_QUERY })
  wiredRuns(result: GraphqlResult) {
    this.result = result;
    if (result.errors) this.errors = reduceErrors(result.errors);
    if (!result.data) return;
    this.runs = runsOf(result.data);
    this.follow();
  }

  override disconnectedCallback() {
    window.clearInterval(this.watch);
  }

  /** Looks again while a run is under way, and tells when it has ended. */
  private follow() {
    const { current } = this;
    // No event of the platform tells of a record's change for free; the look ends with the run and with the page.
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    if (current && this.watch === undefined) this.watch = window.setInterval(() => void this.result.refresh?.(), LOOK);
    if (!current && this.watch !== undefined) {
      window.clearInterval(this.watch);
      this.watch = undefined;
    }
    if (this.watched !== '' && this.watched !== current?.id) this.dispatchEvent(new CustomEvent('finished'));
    this.watched = current?.id ?? '';
  }

  /** The oldest that is under way: the one that is carried out first. */
  private get current(): Run | undefined {
    return this.runs?.filter(isUnderWay).at(-1);
  }

  private get last(): Run | undefined {
    return this.runs?.find((run) => run.status === 'Applied' && (run.orders ?? 0) > 0);
  }

  get modes() {
    return [
      { label: labels.modeWorth, value: 'worth' },
      { label: labels.modeNoEnvy, value: 'no-envy' },
    ];
  }

  get cannotAsk(): boolean {
    return this.asking || this.busy || this.runs === undefined || this.current !== undefined;
  }

  get cannotConfirm(): boolean {
    return this.busy || this.proposedCount === 0;
  }

  get confirmLabel(): string {
    return fill(labels.confirmAll, this.proposedCount);
  }

  /** What happens now, or why the newest run came to nothing. */
  get progress(): string {
    const run = this.current;
    if (run) return progressOf(run);
    const newest = this.runs?.[0];
    if (newest?.status === 'Failed') return fill(labels.failed, newest.name, newest.message);
    if (newest?.status === 'Applied' && !newest.isNew) return fill(labels.unchanged, newest.name);
    return '';
  }

  get isRunning(): boolean {
    return this.current !== undefined;
  }

  get progressClass(): string {
    return this.isRunning ? 'progress running' : 'progress';
  }

  get none(): boolean {
    return this.runs !== undefined && this.last === undefined && !this.isRunning;
  }

  get heading(): string {
    const run = this.last;
    return run ? fill(labels.last, run.name, run.modeLabel, run.served ?? 0, run.orders ?? 0) : '';
  }

  get finishedAt(): string | undefined {
    return this.last?.finishedAt ?? undefined;
  }

  get figures() {
    const run = this.last;
    if (!run) return [];
    const shown = (id: string, name: string, value: string | null, className = '') =>
      value === null ? [] : [{ id, name, value, className }];
    const orNull = (value: number | null, show: (known: number) => string) => (value === null ? null : show(value));
    const proof = run.proof === 'optimal' ? labels.proved : labels.timeLimit;
    return [
      ...shown(
        'objective',
        labels.objective,
        orNull(run.objective, (value) => figure(value, 2)),
      ),
      ...shown(
        'gap',
        labels.gap,
        orNull(run.gap, (value) => `${percent(value, 2)} · ${proof}`),
      ),
      ...shown('coverage', labels.coverage, orNull(run.worthCoverage, percent)),
      ...shown('envy', labels.envy, orNull(run.envy, figure), (run.envy ?? 0) > 0 ? 'bad' : 'good'),
      ...shown(
        'jain',
        labels.jain,
        orNull(run.weightedJain, (value) => figure(value, 3)),
      ),
      ...shown(
        'gini',
        labels.gini,
        orNull(run.loadGini, (value) => figure(value, 3)),
      ),
      ...shown(
        'price',
        labels.price,
        orNull(run.noEnvyPrice, (value) => figure(value, 2)),
      ),
      ...shown(
        'overrides',
        labels.overrides,
        `${String(this.overrideCount)}${this.overrideCount > 0 ? ` (−${figure(this.overrideLoss)})` : ''}`,
      ),
    ];
  }

  handleMode(event: CustomEvent<{ value: string }>) {
    this.mode = event.detail.value;
  }

  async handleAsk() {
    this.asking = true;
    this.errors = [];
    try {
      await createRecord({ apiName: 'MF_Allocation_Run__c', fields: { Status__c: 'Requested', Mode__c: this.mode } });
      await this.result.refresh?.();
    } catch (problem) {
      this.errors = reduceErrors(problem);
    } finally {
      this.asking = false;
    }
  }

  handleConfirmAll() {
    this.dispatchEvent(new CustomEvent('confirmall'));
  }
}

function progressOf(run: Run): string {
  if (run.status === 'Requested') return fill(labels.waiting, run.name);
  const silent = run.aliveAt !== null && Date.now() - Date.parse(run.aliveAt) > SILENT;
  if (silent) return fill(labels.behind, run.name);
  if (run.status === 'Applying' || run.step === 'Writing') return fill(labels.writing, run.name);
  if (run.objective !== null && run.gap !== null)
    return fill(labels.best, run.name, figure(run.objective, 2), figure(run.bound ?? 0, 2), percent(run.gap, 2));
  return fill(run.step === 'Solving' ? labels.solving : labels.reading, run.name);
}
