import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { LEVEL_QUERY, weekFacts } from 'c/dispatchData';
import type { GraphqlResult, OrderDetail, Person, PersonWeeks, SkillName, WeekFacts } from 'c/dispatchData';
import { dayAfter, type Holiday } from 'c/dispatchRules';
import { rowsOf, valueAt } from 'c/gateData';
import { fill } from 'c/labelText';
import { labels } from './labels';
import { shownPeople } from './people';

/** People whose weeks fit into one answer of the org. */
const BATCH = 150;

/** The people of the board: filters, their weeks, and the timeline of those who pass; the best for the selected order first. */
export default class BoardPeople extends LightningElement {
  @api people: readonly Person[] = [];
  @api skills: readonly SkillName[] = [];
  @api holidays: readonly Holiday[] = [];
  @api mondays: readonly string[] = [];
  /** Of the selected order; undefined while there is none. */
  @api detail: OrderDetail | undefined;
  @api window: { readonly first: string; readonly last: string } | null = null;
  /** There are more people or orders than an answer of the org holds. */
  @api truncated = false;

  labels = labels;
  text = '';
  unit = '';
  skill = '';
  weeks: Readonly<Record<string, PersonWeeks>> = {};
  private levels: Readonly<Record<string, number>> | null = null;

  @wire(graphql, { query: '$levelQuery', variables: '$levelVariables' })
  wiredLevels(result: GraphqlResult) {
    if (!result.data) return;
    this.levels = Object.fromEntries(
      rowsOf(result.data, 'MF_Resource_Skill__c').map((node) => [
        String(valueAt(node, 'Resource__c')),
        Number(valueAt(node, 'Level__c')),
      ]),
    );
  }

  get levelQuery() {
    return this.levelVariables && LEVEL_QUERY;
  }

  get levelVariables() {
    return this.skill === '' ? undefined : { skill: this.skill };
  }

  get first(): string {
    return this.mondays[0] ?? '';
  }

  get lastDay(): string {
    return dayAfter(this.mondays.at(-1) ?? '', 6);
  }

  get batches() {
    const ids = this.people.map((person) => person.id);
    return Array.from({ length: Math.ceil(ids.length / BATCH) }, (_none, batch) => ({
      key: `batch${String(batch)}`,
      people: ids.slice(batch * BATCH, (batch + 1) * BATCH),
    }));
  }

  get shown() {
    const { text, unit } = this;
    const levels = this.skill === '' ? null : (this.levels ?? {});
    return shownPeople(this.people, { text, unit, levels }, this.detail);
  }

  get shownText(): string {
    const text = fill(labels.peopleShown, this.shown.length, this.people.length);
    return this.truncated ? `${text} ${labels.truncated}` : text;
  }

  get unitOptions() {
    const units = [...new Set(this.people.map((person) => person.unit))].filter(Boolean).sort();
    return [{ label: labels.allUnits, value: '' }, ...units.map((unit) => ({ label: unit, value: unit }))];
  }

  get skillOptions() {
    return [{ label: labels.allSkills, value: '' }, ...this.skills.map(({ id, name }) => ({ label: name, value: id }))];
  }

  /** What a person's weeks between two Mondays hold, as far as the org has told. */
  @api weeksBetween(person: Person, first: string, last: string): ({ monday: string } & WeekFacts)[] {
    return this.mondays
      .filter((monday) => monday >= first && monday <= last)
      .flatMap((monday) => {
        const facts = weekFacts(person, monday, this.weeks[person.id], this.holidays);
        return facts ? [{ monday, ...facts }] : [];
      });
  }

  /** Asks again: bookings change a week behind the cache of the page. */
  @api async refresh(): Promise<void> {
    const loaders = this.template?.querySelectorAll<HTMLElement & { refresh(): Promise<void> }>('c-board-weeks') ?? [];
    await Promise.all([...loaders].map((loader) => loader.refresh()));
  }

  handleText(event: CustomEvent<{ value: string }>) {
    this.text = event.detail.value;
  }

  handleUnit(event: CustomEvent<{ value: string }>) {
    this.unit = event.detail.value;
  }

  handleSkill(event: CustomEvent<{ value: string }>) {
    this.skill = event.detail.value;
    this.levels = null;
  }

  handleWeeks(event: CustomEvent<Record<string, PersonWeeks>>) {
    this.weeks = { ...this.weeks, ...event.detail };
  }

  handlePropose(event: CustomEvent<unknown>) {
    this.dispatchEvent(new CustomEvent('propose', { detail: event.detail }));
  }

  handleFailed(event: CustomEvent<unknown>) {
    this.dispatchEvent(new CustomEvent('failed', { detail: event.detail }));
  }
}
