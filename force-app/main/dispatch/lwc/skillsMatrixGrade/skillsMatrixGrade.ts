import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import LOCALE from '@salesforce/i18n/locale';
import type { Grade, Person, Skill } from 'c/skillsMatrix';
import { fill } from 'c/labelText';
import { reduceErrors } from 'c/ldsErrors';
import { labels, levels } from './labels';
import { rightsOn, type Rights } from './rights';

type Field = HTMLElement & { value: string; reportValidity(): boolean };

/** The grades that make up a level, and new ones by whoever may give them. Closes with the id of what was graded. */
export default class SkillsMatrixGrade extends LightningModal {
  /** Opens the dialog; resolves with what it closes with. */
  declare static open: (options: Readonly<Record<string, unknown>>) => Promise<unknown>;

  @api person!: Person;
  @api skill!: Skill;
  @api grade: Grade | null = null;

  labels = labels;
  levels = levels;
  busy = false;
  errors: string[] = [];

  get rights(): Rights {
    return rightsOn(this.person);
  }

  get mayGrade(): boolean {
    return this.rights.self || this.rights.others;
  }

  get levelText(): string {
    if (this.grade === null) return labels.ungraded;
    const { level, validTo, expired } = this.grade;
    const until = validTo === null ? '' : fill(expired ? labels.expired : labels.valid, dateText(validTo));
    return [fill(labels.level, level), until].filter(Boolean).join(', ');
  }

  get facts() {
    const { self = null, manager = null, evidence = null } = this.grade ?? {};
    return [
      { key: 'self', name: labels.self, value: self ?? '–' },
      { key: 'manager', name: labels.manager, value: manager ?? '–' },
      { key: 'evidence', name: labels.evidence, value: evidence ?? '–' },
    ];
  }

  get self(): string {
    return String(this.grade?.self ?? '');
  }

  get manager(): string {
    return String(this.grade?.manager ?? '');
  }

  get evidence(): string {
    return String(this.grade?.evidence ?? '');
  }

  get validTo(): string {
    return this.grade?.validTo ?? '';
  }

  get hasErrors(): boolean {
    return this.errors.length > 0;
  }

  handleBack() {
    void this.close(null);
  }

  async handleSave() {
    const inputs = [...(this.template?.querySelectorAll<Field>('[data-field]') ?? [])];
    if (inputs.map((input) => input.reportValidity()).includes(false)) return;
    const fields = Object.fromEntries(
      inputs.filter(({ value }) => value).map((input) => [input.dataset['field'] ?? '', valueOf(input)]),
    );
    this.busy = true;
    this.errors = [];
    try {
      await this.close(await this.write(fields));
    } catch (problem) {
      this.errors = reduceErrors(problem);
    } finally {
      this.busy = false;
    }
  }

  private async write(fields: Readonly<Record<string, unknown>>): Promise<string> {
    if (this.grade !== null) {
      await updateRecord({ fields: { Id: this.grade.id, ...fields } });
      return this.grade.id;
    }
    const ids = { Resource__c: this.person.id, Skill__c: this.skill.id };
    const { id } = await createRecord({ apiName: 'MF_Resource_Skill__c', fields: { ...ids, ...fields } });
    return id;
  }
}

const valueOf = (input: Field): string | number =>
  input.dataset['field'] === 'Valid_To__c' ? input.value : Number(input.value);

const dateText = (day: string): string =>
  new Intl.DateTimeFormat(LOCALE, { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(day),
  );
