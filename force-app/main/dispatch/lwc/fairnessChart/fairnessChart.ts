import { LightningElement, api } from 'lwc';
import { loadScript } from 'lightning/platformResourceLoader';
import CHART from '@salesforce/resourceUrl/MF_Chart';
import { figure, percent } from 'c/dispatchData';
import { fill } from 'c/labelText';
import { reduceErrors } from 'c/ldsErrors';
import { configOf, type ChartLine } from './config';
import { labels } from './labels';

interface DrawnChart {
  destroy(): void;
}
type ChartClass = new (canvas: HTMLCanvasElement, config: object) => DrawnChart;

/** One chart of figures from run to run. Its table stands beside it on the page; here it tells its latest figures. */
export default class FairnessChart extends LightningElement {
  @api label = '';
  @api kind: 'line' | 'bar' = 'line';
  @api isShare = false;
  errors: string[] = [];
  private currentTicks: readonly string[] = [];
  private currentLines: readonly ChartLine[] = [];
  private chart: DrawnChart | undefined;
  private isStale = true;

  @api
  get ticks(): readonly string[] {
    return this.currentTicks;
  }
  set ticks(ticks: readonly string[]) {
    this.currentTicks = ticks;
    this.isStale = true;
  }

  @api
  get lines(): readonly ChartLine[] {
    return this.currentLines;
  }
  set lines(lines: readonly ChartLine[]) {
    this.currentLines = lines;
    this.isStale = true;
  }

  get summary(): string {
    const latest = this.lines.map(({ name, values }) => {
      const value = values.findLast((one) => one !== null) ?? null;
      return value === null ? '' : `${name} ${this.isShare ? percent(value) : figure(value, 2)}`;
    });
    return fill(labels.latest, this.label, latest.filter(Boolean).join(', '));
  }

  get failed(): boolean {
    return this.errors.length > 0;
  }

  override async renderedCallback() {
    if (!this.isStale || this.failed) return;
    this.isStale = false;
    try {
      await loadScript(this, CHART);
      this.draw();
    } catch (problem) {
      this.errors = [labels.failed, ...reduceErrors(problem)];
    }
  }

  override disconnectedCallback() {
    this.chart?.destroy();
    this.chart = undefined;
    this.isStale = true;
  }

  private draw() {
    const place = this.template?.querySelector<HTMLElement>('.place');
    const { Chart } = window as unknown as { Chart?: ChartClass };
    if (!place || !Chart) return;
    this.chart?.destroy();
    const canvas = document.createElement('canvas');
    place.replaceChildren(canvas);
    const { kind, isShare, ticks, lines } = this;
    this.chart = new Chart(canvas, configOf({ kind, isShare, ticks: [...ticks], lines }));
  }
}
