import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { figure, percent, type GraphqlResult } from 'c/dispatchData';
import { fill } from 'c/labelText';
import { reduceErrors } from 'c/ldsErrors';
import { labels } from './labels';
import { pointsOf, type TrendPoint } from './point';
import { TREND_QUERY } from './trendQuery';

type Figure = Exclude<keyof TrendPoint, 'id' | 'name' | 'finishedAt' | 'orders'>;

interface Line {
  readonly key: Figure;
  readonly name: string;
  readonly isShare?: boolean;
  /** What the company wants; two of them make a band. */
  readonly targets?: readonly number[];
  /** How the target reads: at least, at most, within. */
  readonly targetText?: string;
}

interface Chart {
  readonly id: string;
  readonly title: string;
  readonly kind: 'line' | 'bar';
  readonly isShare: boolean;
  readonly lines: readonly Line[];
}

/** Targets of the metrics of fairness; the connection with seniority is meaningful from 50 orders on. */
const charts: readonly Chart[] = [
  {
    id: 'service',
    title: labels.chartService,
    kind: 'line',
    isShare: true,
    lines: [
      { key: 'coverage', name: labels.coverage },
      { key: 'fill', name: labels.fill },
      { key: 'sla', name: labels.sla },
    ],
  },
  {
    id: 'envy',
    title: labels.chartEnvy,
    kind: 'bar',
    isShare: false,
    lines: [{ key: 'envy', name: labels.envy, targets: [0], targetText: '0' }],
  },
  {
    id: 'connections',
    title: labels.chartConnections,
    kind: 'line',
    isShare: false,
    lines: [
      { key: 'bias', name: labels.bias, targets: [0.1, -0.1], targetText: '|ρ| < 0.1' },
      { key: 'seniority', name: labels.seniority },
    ],
  },
  {
    id: 'fairness',
    title: labels.chartFairness,
    kind: 'line',
    isShare: false,
    lines: [
      { key: 'alignment', name: labels.alignment, targets: [0.6], targetText: '> 0.6' },
      { key: 'jain', name: labels.jain, targets: [0.85], targetText: '> 0.85' },
      { key: 'gini', name: labels.gini, targets: [0.2], targetText: '< 0.2' },
    ],
  },
  {
    id: 'manual',
    title: labels.chartManual,
    kind: 'line',
    isShare: true,
    lines: [
      { key: 'override', name: labels.override },
      { key: 'emergency', name: labels.emergency },
      { key: 'nomination', name: labels.nomination },
    ],
  },
];

/** How fair the allocation is from run to run, against its targets; the same figures as a table for who cannot see charts. */
export default class FairnessTrend extends LightningElement {
  labels = labels;
  showsTable = false;
  private points: readonly TrendPoint[] | undefined;
  private result: GraphqlResult = {};

  @wire(graphql, { query: TREND_QUERY })
  wiredRuns(result: GraphqlResult) {
    this.result = result;
    if (result.data) this.points = pointsOf(result.data);
  }

  get failures(): string[] {
    return this.points === undefined ? reduceErrors(this.result.errors ?? []) : [];
  }

  get failed(): boolean {
    return this.failures.length > 0;
  }

  get loading(): boolean {
    return this.points === undefined && !this.failed;
  }

  get empty(): boolean {
    return this.points?.length === 0;
  }

  get filled(): boolean {
    return (this.points?.length ?? 0) > 0;
  }

  /** A line that the reader may not see at all is not drawn. */
  private seen(line: Line): boolean {
    return (this.points ?? []).some((point) => point[line.key] !== null);
  }

  get drawn() {
    const points = this.points ?? [];
    return charts
      .map((chart) => ({ ...chart, lines: chart.lines.filter((line) => this.seen(line)) }))
      .filter((chart) => chart.lines.length > 0)
      .map(({ id, title, kind, isShare, lines }) => ({
        id,
        title,
        kind,
        isShare,
        ticks: points.map((point) => dayOf(point.finishedAt)),
        lines: lines.map(({ key, name, targets = [], targetText }) => ({
          name,
          values: points.map((point) => point[key]),
          targets,
          targetName: targetText === undefined ? '' : fill(labels.target, name, targetText),
        })),
        targetText: lines
          .flatMap((line) => (line.targetText === undefined ? [] : [fill(labels.target, line.name, line.targetText)]))
          .join(' · '),
        note: id === 'connections' ? labels.biasHelp : '',
      }));
  }

  get columns() {
    return charts.flatMap((chart) =>
      chart.lines.filter((line) => this.seen(line)).map((line) => ({ ...line, isShare: chart.isShare })),
    );
  }

  get rows() {
    return [...(this.points ?? [])].reverse().map((point) => ({
      id: point.id,
      name: point.name,
      when: dayOf(point.finishedAt),
      orders: String(point.orders),
      cells: this.columns.map(({ key, isShare }) => {
        const value = point[key];
        return { key, text: value === null ? '–' : isShare ? percent(value) : figure(value, 2) };
      }),
    }));
  }

  get tableLabel(): string {
    return this.showsTable ? labels.tableHide : labels.table;
  }

  get expanded(): string {
    return String(this.showsTable);
  }

  handleTable() {
    this.showsTable = !this.showsTable;
  }

  handleRetry() {
    void this.result.refresh?.();
  }
}

function dayOf(instant: string): string {
  const format = { month: 'numeric', day: 'numeric', timeZone: TIME_ZONE } as const;
  return new Intl.DateTimeFormat(LOCALE, format).format(new Date(instant));
}
