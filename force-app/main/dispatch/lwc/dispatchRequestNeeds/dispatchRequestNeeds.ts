import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { inLanguage, labelAt, rowsOf } from 'c/gateData';
import type { Need } from 'c/dispatchRequestForm';
import { fill } from 'c/labelText';
import { reduceErrors } from 'c/ldsErrors';
import { labels, levels } from './labels';
import { evenShares, faultOf, newNeed, percentSum, withNeed } from './needs';
import { SKILLS_QUERY } from './skillsQuery';

interface GraphqlResult {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
}

/** The skills that an order asks for: level, share of the work, and whether nobody without it will do. */
export default class DispatchRequestNeeds extends LightningElement {
  @api needs: readonly Need[] = [];

  labels = labels;
  levels = levels;
  fault = '';
  skills: { value: string; label: string }[] = [];
  failures: string[] = [];
  private focusOn: string | undefined;

  @wire(graphql, { query: SKILLS_QUERY })
  wiredSkills({ data, errors }: GraphqlResult) {
    this.failures = data === undefined ? reduceErrors(errors ?? []) : [];
    this.skills = rowsOf(data, 'MF_Skill__c').map((node) => ({
      value: node.Id,
      label: [labelAt(node, 'Family__c'), inLanguage(node, ['Name'], ['Name_Zh__c'])].filter(Boolean).join(' · '),
    }));
  }

  /** True when the needs can be submitted as they are; says what is wrong otherwise. */
  @api
  complete(): boolean {
    this.fault = faultOf(this.needs) ?? '';
    return this.fault === '';
  }

  override renderedCallback() {
    const wanted = this.focusOn;
    this.focusOn = undefined;
    if (wanted !== undefined) this.template?.querySelector<HTMLElement>(wanted)?.focus();
  }

  get rows() {
    return this.needs.map((need, index) => ({
      ...need,
      level: String(need.level),
      options: this.skills.filter(
        ({ value }) => value === need.skill || !this.needs.some((other) => other.skill === value),
      ),
      title: fill(labels.nth, index + 1),
      removeLabel: fill(labels.remove, index + 1),
    }));
  }

  get failed(): boolean {
    return this.failures.length > 0;
  }

  get hasNeeds(): boolean {
    return this.needs.length > 0;
  }

  get sumText(): string {
    return fill(labels.sum, percentSum(this.needs));
  }

  get sumClass(): string {
    return percentSum(this.needs) === 100 ? 'sum right' : 'sum wrong';
  }

  handleAdd() {
    const need = newNeed(this.needs);
    this.tell(withNeed(this.needs, need));
    this.focusOn = `[data-key="${need.key}"]`;
  }

  handleRemove(event: Event) {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    this.tell(this.needs.filter((need) => need.key !== key));
    this.focusOn = '.add';
  }

  handleEven() {
    this.tell(evenShares(this.needs));
  }

  handleChange(event: CustomEvent<{ value?: string; checked?: boolean }>) {
    const { key, part } = (event.currentTarget as HTMLElement).dataset;
    const { value = '', checked = false } = event.detail;
    const change: Partial<Need> =
      part === 'mandatory'
        ? { mandatory: checked }
        : part === 'skill'
          ? { skill: value, name: this.nameOf(value) }
          : { [part as 'level' | 'percent']: Number(value) };
    this.tell(this.needs.map((need) => (need.key === key ? { ...need, ...change } : need)));
  }

  private nameOf(skill: string): string {
    return this.skills.find(({ value }) => value === skill)?.label ?? '';
  }

  private tell(needs: readonly Need[]) {
    this.fault = '';
    this.dispatchEvent(new CustomEvent('needs', { detail: needs }));
  }
}
