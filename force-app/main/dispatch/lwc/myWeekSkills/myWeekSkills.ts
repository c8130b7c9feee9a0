import { LightningElement, api } from 'lwc';
import { updateRecord } from 'lightning/uiRecordApi';
import LOCALE from '@salesforce/i18n/locale';
import type { ExpiringSkill } from 'c/myWeek';
import { fill } from 'c/labelText';
import { reduceErrors } from 'c/ldsErrors';
import { labels, levels } from './labels';

/** Skills that ran out or soon will, with the engineer's own grade. */
export default class MyWeekSkills extends LightningElement {
  @api skills: readonly ExpiringSkill[] = [];

  labels = labels;
  levels = levels;
  errors: string[] = [];

  get rows() {
    return this.skills.map((skill) => ({
      id: skill.id,
      name: skill.name,
      level: fill(labels.level, skill.level),
      until: fill(skill.expired ? labels.expired : labels.expires, dateText(skill.validTo)),
      untilClass: skill.expired ? 'until late' : 'until',
      self: skill.self === null ? '' : String(skill.self),
      selfLabel: fill(labels.self, skill.name),
    }));
  }

  get hasErrors(): boolean {
    return this.errors.length > 0;
  }

  async handleGrade(event: CustomEvent<{ value: string }>) {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    this.errors = [];
    try {
      await updateRecord({ fields: { Id: id, Self__c: Number(event.detail.value) } });
      this.dispatchEvent(new CustomEvent('changed'));
    } catch (problem) {
      this.errors = reduceErrors(problem);
    }
  }
}

const dateText = (day: string): string =>
  new Intl.DateTimeFormat(LOCALE, { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(day),
  );
