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
  /** The check that is being saved and its place, until the list without it is drawn: that may be before the save returns. */
  private saving: { readonly id: string; readonly place: number } | undefined;
  private moveFocus = false;

  @api
  get items(): Items {
    return this.shown;
  }

  set items(items: Items) {
    const open = [...items.must, ...items.points].map(({ id }) => id);
    this.moveFocus = this.saving !== undefined && !open.includes(this.saving.id);
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
    if (!this.moveFocus || this.saving === undefined) return;
    const { rows } = this;
    const target = rows[Math.min(this.saving.place, rows.length - 1)];
    this.moveFocus = false;
    this.saving = undefined;
    (target ?? this.template?.querySelector<HTMLElement>('h2'))?.focus();
  }

  handleToggleClosed() {
    this.showClosed = !this.showClosed;
  }

  handleSaving(event: CustomEvent<string>) {
    this.saving = { id: event.detail, place: this.rows.findIndex((row) => row === event.currentTarget) };
  }

  handleSaved() {
    this.dispatchEvent(new CustomEvent('saved'));
  }

  private get rows(): HTMLElement[] {
    return [...(this.template?.querySelectorAll<HTMLElement>('c-gate-check') ?? [])];
  }
}
