import LOCALE from '@salesforce/i18n/locale';
import type { Grade, Skill } from 'c/skillsMatrix';
import { fill } from 'c/labelText';
import { labels } from './labels';

export interface Cell {
  readonly id: string;
  readonly key: string;
  readonly row: number;
  readonly column: number;
  readonly position: number;
  readonly text: string;
  readonly spoken: string;
  readonly className: string;
}

interface Where {
  readonly id: string;
  readonly skill: Skill;
  readonly row: number;
  readonly column: number;
  readonly active: boolean;
}

/** A level as it is drawn: an expired one carries a mark, one that nobody confirmed is level 0. */
export function cellOf(grade: Grade | undefined, { id, skill, row, column, active }: Where): Cell {
  const classes = ['cell', grade === undefined ? 'blank' : `level${grade.level}`];
  if (grade?.expired) classes.push('expired');
  if (active) classes.push('active');
  return {
    id,
    key: skill.id,
    row,
    column,
    position: column + 2,
    text: grade === undefined ? '' : `${grade.level}${grade.expired ? '↓' : ''}`,
    spoken: spokenOf(grade, skill),
    className: classes.join(' '),
  };
}

function spokenOf(grade: Grade | undefined, skill: Skill): string {
  if (grade === undefined) return fill(labels.ungraded, skill.name);
  if (grade.validTo === null) return fill(labels.graded, skill.name, grade.level);
  const label = grade.expired ? labels.expired : labels.valid;
  return fill(label, skill.name, grade.level, dates.format(Date.parse(grade.validTo)));
}

const dates = new Intl.DateTimeFormat(LOCALE, { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' });
