import { LightningElement, api } from 'lwc';
import type { Items } from 'c/gateData';
import { labels } from './labels';

interface CriterionLine {
  readonly id: string;
  readonly met: boolean;
}

/** The checks and field conditions of one gate, what holds it first. */
export default class GateItems extends LightningElement {
  @api criteria: readonly CriterionLine[] = [];
  @api dealId = '';
  /** ISO date of today in the user's zone. */
  @api today = '';
  @api readOnly = false;

  labels = labels;
  showClosed = false;
  private shown: Items = { must: [], points: [], closed: [], holding: 0, total: 0 };
  /** Place in the list of the check that was just saved, until the list without it is drawn. */
  private savedAt: number | undefined;
  private moveFocus = false;

  @api
  get items(): Items {
    return this.shown;
  }

  set items(items: Items) {
    this.moveFocus = this.savedAt !== undefined;
    this.shown = items;
  }

  get nothingMust(): boolean {
    return this.shown.must.length === 0;
  }

  get openCriteria(): number {
    return this.criteria.filter((criterion) => !criterion.met).length;
  }

  get closedExpanded(): string {
    return String(this.showClosed);
  }

  get closedIcon(): string {
    return this.showClosed ? 'utility:chevrondown' : 'utility:chevronright';
  }

  /** Who works by keyboard goes on where the saved check stood: at the check that took its place, or at the last one. */
  override renderedCallback() {
    if (!this.moveFocus || this.savedAt === undefined) return;
    const rows = this.rows;
    const target = rows[Math.min(this.savedAt, rows.length - 1)];
    this.moveFocus = false;
    this.savedAt = undefined;
    (target ?? this.template?.querySelector<HTMLElement>('h2'))?.focus();
  }

  handleToggleClosed() {
    this.showClosed = !this.showClosed;
  }

  handleSaved(event: Event) {
    this.savedAt = this.rows.findIndex((row) => row === event.currentTarget);
    this.dispatchEvent(new CustomEvent('saved'));
  }

  private get rows(): HTMLElement[] {
    return [...(this.template?.querySelectorAll<HTMLElement>('c-gate-check') ?? [])];
  }
}
