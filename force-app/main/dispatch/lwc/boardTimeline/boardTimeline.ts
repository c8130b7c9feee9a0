import { LightningElement, api } from 'lwc';
import type { Holiday } from 'c/dispatchRules';
import { figure, shortDate, weekFacts, type PersonWeeks, type WeekFacts } from 'c/dispatchData';
import { fill } from 'c/labelText';
import { labels } from './labels';
import { nextPlace, type Place } from './keys';
import { cellOf, type Cell, type TimelinePerson, type Window } from './row';

export type { TimelinePerson } from './row';

/** The cells of a row as they were drawn last, and what they were drawn from. */
interface Drawn {
  readonly person: TimelinePerson;
  readonly window: Window | null;
  readonly active: number;
  readonly cells: readonly Cell[];
}

/** Pixels; the style sheet holds the same in rem. */
const ROW = 40;
const HEAD = 32;
/** Rows drawn above and below what is in sight. */
const MARGIN = 10;
const VIEW = 480;

/**
 * People × weeks. A row that is out of sight is not drawn, so that 400 people scroll as 20 do. An order is dropped on a
 * person's week, or a week is chosen with the arrow keys and Enter: both ask for a proposal.
 */
export default class BoardTimeline extends LightningElement {
  @api people: readonly TimelinePerson[] = [];
  @api mondays: readonly string[] = [];
  @api holidays: readonly Holiday[] = [];
  /** Of the selected order; null while none is selected. */
  @api window: Window | null = null;

  labels = labels;
  private currentWeeks: Readonly<Record<string, PersonWeeks>> = {};
  /** Hours by person and week: reckoned when a row is drawn first, until the org tells anew. */
  private facts = new Map<string, WeekFacts | undefined>();
  private drawn = new Map<string, Drawn>();
  private top = 0;
  private active: Place = { row: 0, column: -1 };
  private isMoving = false;
  private over = '';

  @api
  get weeks(): Readonly<Record<string, PersonWeeks>> {
    return this.currentWeeks;
  }
  set weeks(weeks: Readonly<Record<string, PersonWeeks>>) {
    this.currentWeeks = weeks;
    this.facts = new Map();
    this.drawn = new Map();
  }

  private factsOf(person: TimelinePerson, monday: string): WeekFacts | undefined {
    const key = `${person.id}|${monday}`;
    let known = this.facts.get(key);
    if (known === undefined) {
      known = weekFacts(person, monday, this.weeks[person.id], this.holidays);
      this.facts.set(key, known);
    }
    return known;
  }

  get empty(): boolean {
    return this.people.length === 0;
  }

  get rowCount(): string {
    return String(this.people.length + 1);
  }

  get spaceStyle(): string {
    return `height:${String(this.people.length * ROW)}px`;
  }

  get columns() {
    return this.mondays.map((monday) => ({
      monday,
      text: shortDate(monday),
      words: fill(labels.week, shortDate(monday)),
      className: this.isWithin(monday) ? 'within' : '',
    }));
  }

  private isWithin(monday: string): boolean {
    return this.window !== null && monday >= this.window.first && monday <= this.window.last;
  }

  get rows() {
    const first = Math.max(0, Math.min(Math.floor(this.top / ROW) - MARGIN, this.people.length - 1));
    const last = Math.min(this.people.length, Math.ceil((this.top + VIEW) / ROW) + MARGIN);
    // Tab always finds a way in, wherever the rows were scrolled to.
    const active = this.active.row >= first && this.active.row < last ? this.active.row : first;
    return this.people.slice(first, last).map((person, offset) => {
      const number = first + offset;
      return {
        id: person.id,
        number: String(number),
        index: String(number + 2),
        name: person.name,
        place: [person.unit, person.regionLabel].filter(Boolean).join(' · '),
        title: person.whyNot || labels.choose,
        ...badgeOf(person),
        className: `row${person.chosen ? ' chosen' : ''}${this.over === person.id ? ' over' : ''}`,
        style: `top:${String(number * ROW)}px`,
        tabIndex: number === active && this.active.column < 0 ? '0' : '-1',
        cells: this.cellsOf(person, number === active ? this.active.column : -1),
      };
    });
  }

  private cellsOf(person: TimelinePerson, active: number): readonly Cell[] {
    const { window } = this;
    const drawn = this.drawn.get(person.id);
    if (drawn?.person === person && drawn.window === window && drawn.active === active) return drawn.cells;
    const cells = this.mondays.map((monday, column) =>
      cellOf(person, this.factsOf(person, monday), { monday, column, window, active: column === active }),
    );
    this.drawn.set(person.id, { person, window, active, cells });
    return cells;
  }

  override renderedCallback() {
    if (!this.isMoving) return;
    this.isMoving = false;
    const { row, column } = this.active;
    this.template?.querySelector<HTMLElement>(`[data-row="${String(row)}"] [data-column="${String(column)}"]`)?.focus();
  }

  handleScroll(event: Event) {
    const { scrollTop } = event.currentTarget as HTMLElement;
    // A new slice is drawn only when the rows in sight are about to run out.
    if (Math.abs(scrollTop - this.top) >= ROW * 5 || scrollTop === 0) this.top = scrollTop;
  }

  handleDragOver(event: DragEvent) {
    if (!event.dataTransfer?.types.includes('text/plain')) return;
    event.preventDefault();
    this.over = rowId(event);
  }

  handleDragLeave(event: DragEvent) {
    const row = event.currentTarget as HTMLElement;
    if (!row.contains(event.relatedTarget as globalThis.Node | null)) this.over = '';
  }

  handleDrop(event: DragEvent) {
    event.preventDefault();
    this.over = '';
    const orderId = event.dataTransfer?.getData('text/plain');
    if (orderId) this.propose(rowId(event), this.mondayAt(event), orderId);
  }

  handleClick(event: Event) {
    const place = placeAt(event);
    if (place) this.active = place;
    this.propose(rowId(event), this.mondayAt(event));
  }

  handleKey(event: KeyboardEvent) {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.propose(rowId(event), this.mondayAt(event));
      return;
    }
    const next = nextPlace(event.key, this.active, { rows: this.people.length, columns: this.mondays.length });
    if (next === undefined) return;
    event.preventDefault();
    this.active = next;
    this.isMoving = true;
    this.scrollTo(next.row);
  }

  private scrollTo(row: number) {
    const scroll = this.template?.querySelector<HTMLElement>('.scroll');
    if (!scroll) return;
    const room = scroll.clientHeight - HEAD;
    if (row * ROW < scroll.scrollTop) scroll.scrollTop = row * ROW;
    else if ((row + 1) * ROW > scroll.scrollTop + room) scroll.scrollTop = (row + 1) * ROW - room;
    this.top = scroll.scrollTop;
  }

  private mondayAt(event: Event): string | null {
    return this.mondays[Number(partOf(event)?.dataset['column'] ?? -1)] ?? null;
  }

  private propose(personId: string, monday: string | null, orderId?: string) {
    this.dispatchEvent(new CustomEvent('propose', { detail: { personId, monday, orderId } }));
  }
}

function rowId(event: Event): string {
  return (event.currentTarget as HTMLElement).dataset['id'] ?? '';
}

const partOf = (event: Event): HTMLElement | null =>
  (event.target as HTMLElement).closest<HTMLElement>('[data-column]');

function placeAt(event: Event): Place | undefined {
  const { column } = partOf(event)?.dataset ?? {};
  const { row } = (event.currentTarget as HTMLElement).dataset;
  return row === undefined || column === undefined ? undefined : { row: Number(row), column: Number(column) };
}

function badgeOf({ fit, rank, whyNot, level }: TimelinePerson): { badge: string; badgeClass: string } {
  if (typeof fit === 'number')
    return typeof rank === 'number'
      ? { badge: fill(labels.fit, figure(fit)), badgeClass: 'badge good' }
      : { badge: '✕', badgeClass: 'badge out' };
  if (whyNot) return { badge: '✕', badgeClass: 'badge out' };
  return typeof level === 'number'
    ? { badge: fill(labels.level, level), badgeClass: 'badge' }
    : { badge: '', badgeClass: '' };
}
