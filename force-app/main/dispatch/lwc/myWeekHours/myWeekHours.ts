import { LightningElement, api } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { Week } from 'c/myWeek';
import { fill } from 'c/labelText';
import { reduceErrors } from 'c/ldsErrors';
import { clearedDay, entryKey, recordWeek, type Confirmation } from './confirmation';
import { dayText, weekText } from './words';
import { labels } from './labels';

type Field = HTMLElement & { value: string; reportValidity(): boolean };

/** One week as a sheet: filled in from the plan, corrected where it was otherwise, confirmed by one button. */
export default class MyWeekHours extends LightningElement {
  @api personId = '';
  /** ISO date of today in the user's zone. */
  @api today = '';
  /** The week is named above already. */
  @api untitled = false;

  labels = labels;
  busy = false;
  errors: string[] = [];
  entries: ReadonlyMap<string, number> = new Map();
  private shown!: Week;

  @api
  get week(): Week {
    return this.shown;
  }

  /** A week that is read anew keeps what was typed and not saved. */
  set week(week: Week) {
    const same = this.shown?.start === week.start;
    const proposed = week.lines.flatMap((line) =>
      line.cells.map((cell) => [entryKey(line, cell.day), cell.ahead ? 0 : cell.proposed] as const),
    );
    const typed = same ? [...this.entries].filter(([key]) => this.typed.has(key)) : [];
    if (!same) this.typed = new Set();
    this.entries = new Map([...proposed, ...typed]);
    this.shown = week;
  }

  private typed = new Set<string>();

  get titled(): boolean {
    return !this.untitled;
  }

  get heading(): string {
    return weekText(this.week.start);
  }

  get columns() {
    return this.week.days.map((day) => ({
      day,
      text: dayText(day),
      className: day === this.today ? 'day now' : 'day',
    }));
  }

  get rows() {
    return this.week.lines.map((line) => ({
      id: line.bookingId,
      number: line.number,
      name: line.deal,
      title: line.title,
      booked: fill(labels.hours, hoursText(line.hours)),
      cells: line.cells.map((cell) => ({
        day: cell.day,
        key: entryKey(line, cell.day),
        ahead: cell.ahead,
        planned: hoursText(cell.proposed),
        value: this.entries.get(entryKey(line, cell.day)) || '',
        label: fill(labels.cell, line.number, dayText(cell.day)),
      })),
      sum: hoursText(line.cells.reduce((sum, cell) => sum + this.entry(entryKey(line, cell.day)), 0)),
    }));
  }

  get totals() {
    return this.week.days.map((day) => ({
      day,
      text:
        day > this.today
          ? ''
          : hoursText(this.week.lines.reduce((sum, line) => sum + this.entry(entryKey(line, day)), 0)),
    }));
  }

  get total(): string {
    return hoursText([...this.entries.values()].reduce((sum, hours) => sum + hours, 0));
  }

  get capacity(): string {
    const booked = this.week.lines.reduce((sum, line) => sum + line.hours, 0);
    return fill(labels.capacity, hoursText(booked), hoursText(this.week.capacity));
  }

  get confirmed(): boolean {
    return this.week.confirmed;
  }

  /** Nothing of the week has come. */
  get ahead(): boolean {
    return this.week.days.every((day) => day > this.today);
  }

  get canConfirm(): boolean {
    return !this.ahead;
  }

  get confirmLabel(): string {
    if (this.confirmed) return labels.change;
    return this.week.days.some((day) => day > this.today) ? labels.confirmSoFar : labels.confirm;
  }

  get hasErrors(): boolean {
    return this.errors.length > 0;
  }

  handleChange(event: CustomEvent<{ value: string }>) {
    const { key = '' } = (event.currentTarget as HTMLElement).dataset;
    this.typed.add(key);
    this.entries = new Map([...this.entries, [key, Number(event.detail.value)]]);
  }

  handleConfirm() {
    void this.confirm();
  }

  /** Records the week as it stands here. */
  @api
  async confirm(): Promise<void> {
    const fields = [...(this.template?.querySelectorAll<Field>('[data-key]') ?? [])];
    if (fields.map((field) => field.reportValidity()).includes(false)) return;
    const { week, entries, personId, today } = this;
    const confirmation: Confirmation = { week, entries, personId, today };
    this.errors = clearedDay(confirmation) ? [labels.cleared] : [];
    if (this.hasErrors) return;
    this.busy = true;
    try {
      this.errors = reduceErrors(await recordWeek(confirmation));
      if (!this.hasErrors) this.tell();
    } finally {
      this.busy = false;
    }
  }

  private tell() {
    this.typed = new Set();
    this.dispatchEvent(new ShowToastEvent({ title: fill(labels.done, this.total), variant: 'success' }));
    this.dispatchEvent(new CustomEvent('changed'));
  }

  private entry(key: string): number {
    return this.entries.get(key) ?? 0;
  }
}

const hoursText = (hours: number): string => hours.toLocaleString(LOCALE, { maximumFractionDigits: 2 });
