import { LightningElement, api } from 'lwc';
import type { Grade, Person, Skill } from 'c/skillsMatrix';
import { cellOf, type Cell } from './cell';
import { moved, type Place } from './keys';
import { labels } from './labels';
import { sameSpan, scrollTo, spanAt, type Axis, type Span } from './windowing';

const ROW = 36;
const COLUMN = 92;
const NAMES = 208;
const HEAD = 56;

/**
 * People × skills as a grid of which only the part in sight is drawn, so that 400 × 60 cells scroll as smoothly as 20 × 10.
 * The grid itself holds the focus and names its active cell, for a focused cell could be scrolled out of existence.
 */
export default class SkillsMatrixGrid extends LightningElement {
  @api people: readonly Person[] = [];
  @api skills: readonly Skill[] = [];
  @api grades: ReadonlyMap<string, Grade> = new Map();

  labels = labels;
  rowSpan: Span = { first: 0, end: 24 };
  columnSpan: Span = { first: 0, end: 16 };
  active: Place = { row: 0, column: 0 };
  private frame: number | undefined;
  private measured = false;

  override renderedCallback() {
    if (this.measured) return;
    this.measured = true;
    this.look();
  }

  override disconnectedCallback() {
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
  }

  private get rowAxis(): Axis {
    return { count: this.people.length, size: ROW, beyond: 8 };
  }

  private get columnAxis(): Axis {
    return { count: this.skills.length, size: COLUMN, beyond: 4 };
  }

  get rowCount(): number {
    return this.people.length + 1;
  }

  get columnCount(): number {
    return this.skills.length + 1;
  }

  get sheetStyle(): string {
    const [width, height] = [NAMES + this.skills.length * COLUMN, HEAD + this.people.length * ROW];
    return `width: ${width}px; height: ${height}px`;
  }

  /** Stands for the columns left of the drawn ones. */
  get before(): string {
    return `flex: 0 0 ${Math.min(this.columnSpan.first, this.skills.length) * COLUMN}px`;
  }

  /** Clamped: a filter may have taken the cell away. */
  private get place(): Place {
    return {
      row: Math.max(0, Math.min(this.active.row, this.people.length - 1)),
      column: Math.max(0, Math.min(this.active.column, this.skills.length - 1)),
    };
  }

  /** Undefined while the active cell is out of sight. */
  get activeId(): string | undefined {
    const { row, column } = this.place;
    const inside = ({ first, end }: Span, index: number) => index >= first && index < end;
    return inside(this.rowSpan, row) && inside(this.columnSpan, column) ? `cell-${row}-${column}` : undefined;
  }

  get heads() {
    const { first, end } = this.columnSpan;
    return this.skills.slice(first, end).map(({ id, name, family }, index) => ({
      id,
      name,
      title: [family, name].filter(Boolean).join(' · '),
      position: first + index + 2,
    }));
  }

  get rows() {
    const { first, end } = this.rowSpan;
    return this.people.slice(first, end).map((person, index) => this.toRow(person, first + index));
  }

  private toRow(person: Person, row: number) {
    const { first, end } = this.columnSpan;
    return {
      id: person.id,
      name: person.name,
      unit: person.unit,
      position: row + 2,
      style: `transform: translateY(${HEAD + row * ROW}px)`,
      cells: this.skills
        .slice(first, end)
        .map((skill, index) => this.toCell(person, skill, { row, column: first + index })),
    };
  }

  private toCell(person: Person, skill: Skill, { row, column }: Place): Cell {
    const { place } = this;
    return cellOf(this.grades.get(`${person.id}|${skill.id}`), {
      id: `cell-${row}-${column}`,
      skill,
      row,
      column,
      active: place.row === row && place.column === column,
    });
  }

  handleScroll() {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- one look per drawn frame, ended with the grid
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      this.look();
    });
  }

  handleKey(event: KeyboardEvent) {
    const { place } = this;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.open(place);
      return;
    }
    const next = moved(place, event, { rows: this.people.length, columns: this.skills.length, page: this.pageRows });
    if (next === undefined) return;
    event.preventDefault();
    this.active = next;
    this.reveal(next);
  }

  handleClick(event: MouseEvent) {
    const { row, column } = (event.currentTarget as HTMLElement).dataset;
    this.active = { row: Number(row), column: Number(column) };
    this.open(this.active);
  }

  private get scroller(): HTMLElement | undefined {
    return this.template?.querySelector<HTMLElement>('.scroller') ?? undefined;
  }

  private get pageRows(): number {
    return Math.max(1, Math.floor(((this.scroller?.clientHeight ?? 0) - HEAD) / ROW) - 1);
  }

  /** Draws what is in sight now; a scroll within the margin changes nothing. */
  private look() {
    const { scroller } = this;
    if (scroller === undefined || scroller.clientHeight === 0) return;
    const rows = spanAt(this.rowAxis, scroller.scrollTop, scroller.clientHeight);
    const columns = spanAt(this.columnAxis, scroller.scrollLeft, scroller.clientWidth);
    if (!sameSpan(rows, this.rowSpan)) this.rowSpan = rows;
    if (!sameSpan(columns, this.columnSpan)) this.columnSpan = columns;
  }

  private reveal({ row, column }: Place) {
    const { scroller } = this;
    if (scroller === undefined) return;
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = scroller;
    const top = scrollTo(this.rowAxis, row, { offset: scrollTop, size: clientHeight, covered: HEAD });
    const left = scrollTo(this.columnAxis, column, { offset: scrollLeft, size: clientWidth, covered: NAMES });
    if (top !== undefined) scroller.scrollTop = top;
    if (left !== undefined) scroller.scrollLeft = left;
    this.look();
  }

  private open({ row, column }: Place) {
    const [person, skill] = [this.people[row], this.skills[column]];
    if (person === undefined || skill === undefined) return;
    this.dispatchEvent(new CustomEvent('open', { detail: { person: person.id, skill: skill.id } }));
  }
}
