import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { getRecord } from 'lightning/uiRecordApi';
import { fill } from 'c/labelText';
import { reduceErrors } from 'c/ldsErrors';
import SkillsMatrixGrade from 'c/skillsMatrixGrade';
import { changedGrade, GRADE_FIELDS } from './changedGrade';
import { filtered, noFilter, type Filter, type Shown } from './filter';
import { emptyFrame, frameOf, gradeKey, gradesOf, nextPage, type Frame, type Grade } from './frame';
import { labels } from './labels';
import { FRAME_QUERY, GRADES_QUERY } from './matrixQuery';

export type { Frame, Grade, Person, Skill } from './frame';

interface GraphqlResult {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
  readonly refresh?: () => Promise<void>;
}

type View = 'people' | 'heat';

/** Who has which skill at which level, and where a unit has fewer people than open orders ask for. */
export default class SkillsMatrix extends LightningElement {
  labels = labels;
  view: View = 'people';
  filter: Filter = noFilter;
  frame: Frame | undefined;
  grades: ReadonlyMap<string, Grade> = new Map();
  after: string | null = null;
  complete = false;
  changedId: string | undefined;
  private changedKey = '';
  private frameResult: GraphqlResult = {};
  private gradesResult: GraphqlResult = {};

  @wire(graphql, { query: FRAME_QUERY })
  wiredFrame(result: GraphqlResult) {
    this.frameResult = result;
    if (result.data !== undefined) this.frame = frameOf(result.data);
  }

  /** One page after the other: each answer asks for the next. */
  @wire(graphql, { query: GRADES_QUERY, variables: '$pageVariables' })
  wiredGrades(result: GraphqlResult) {
    this.gradesResult = result;
    if (result.data === undefined) return;
    this.grades = new Map([...this.grades, ...gradesOf(result.data)]);
    const next = nextPage(result.data);
    this.complete = next === null;
    if (next !== null) this.after = next;
  }

  /** A grade that was given is read again, for its level is worked out by the org. */
  @wire(getRecord, { recordId: '$changedId', fields: GRADE_FIELDS })
  wiredChanged({ data }: LightningWire<LightningRecord>) {
    if (data?.id !== this.changedId || data === undefined) return;
    this.grades = new Map([...this.grades, [this.changedKey, changedGrade(data)]]);
  }

  get pageVariables() {
    return { after: this.after };
  }

  get failures(): string[] {
    return reduceErrors([...(this.frameResult.errors ?? []), ...(this.gradesResult.errors ?? [])]);
  }

  get failed(): boolean {
    return this.failures.length > 0;
  }

  get loading(): boolean {
    return !this.failed && (this.frame === undefined || !this.complete);
  }

  get empty(): boolean {
    return this.frame !== undefined && (this.frame.people.length === 0 || this.frame.skills.length === 0);
  }

  get ready(): boolean {
    return this.frame !== undefined && !this.empty;
  }

  private get all(): Frame {
    return this.frame ?? emptyFrame;
  }

  get shown(): Shown {
    return filtered(this.all, this.grades, this.filter);
  }

  get none(): boolean {
    return this.shown.people.length === 0;
  }

  get countText(): string {
    return fill(labels.count, this.shown.people.length, this.shown.skills.length);
  }

  get showsPeople(): boolean {
    return this.view === 'people';
  }

  get showsHeat(): boolean {
    return this.view === 'heat';
  }

  get views() {
    return [
      { value: 'people', label: labels.people },
      { value: 'heat', label: labels.heat },
    ];
  }

  get units() {
    const names = [...new Set(this.all.people.map((person) => person.unit))].filter(Boolean).sort();
    return [{ value: '', label: labels.allUnits }, ...names.map((name) => ({ value: name, label: name }))];
  }

  get skillChoices() {
    const named = this.all.skills.map(({ id, name, family }) => ({
      value: id,
      label: [family, name].filter(Boolean).join(' · '),
    }));
    return [{ value: '', label: labels.allSkills }, ...named];
  }

  handleView(event: CustomEvent<{ value: View }>) {
    this.view = event.detail.value;
  }

  handleFilter(event: CustomEvent<{ value: string }>) {
    const { part = '' } = (event.currentTarget as HTMLElement).dataset;
    this.filter = { ...this.filter, [part]: event.detail.value };
  }

  handleRetry() {
    void this.frameResult.refresh?.();
    void this.gradesResult.refresh?.();
  }

  async handleOpen(event: CustomEvent<{ person: string; skill: string }>) {
    const person = this.all.people.find(({ id }) => id === event.detail.person);
    const skill = this.all.skills.find(({ id }) => id === event.detail.skill);
    if (person === undefined || skill === undefined) return;
    const key = gradeKey(person.id, skill.id);
    const id = await SkillsMatrixGrade.open({
      size: 'small',
      label: `${person.name} · ${skill.name}`,
      person,
      skill,
      grade: this.grades.get(key) ?? null,
    });
    if (typeof id !== 'string') return;
    this.changedKey = key;
    this.changedId = id;
  }
}
