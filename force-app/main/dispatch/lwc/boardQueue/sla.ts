import { figure } from 'c/dispatchData';
import { fill } from 'c/labelText';
import { labels } from './labels';

export interface Sla {
  readonly text: string;
  readonly className: string;
}

const HOUR = 3_600_000;

/** How the first answer stands to its due time, on the clock of the wall. */
export function slaOf(due: string | null, answered: string | null, now: number): Sla | undefined {
  if (due === null) return undefined;
  const left = Date.parse(due) - (answered === null ? now : Date.parse(answered));
  if (answered !== null) {
    return left >= 0
      ? { text: labels.slaAnswered, className: 'tag fine' }
      : { text: fill(labels.slaLate, duration(-left)), className: 'tag quiet' };
  }
  if (left < 0) return { text: fill(labels.slaOver, duration(-left)), className: 'tag late' };
  return { text: fill(labels.slaLeft, duration(left)), className: left < 2 * HOUR ? 'tag near' : 'tag fine' };
}

function duration(milliseconds: number): string {
  if (milliseconds < HOUR) return fill(labels.minutes, Math.max(1, Math.round(milliseconds / 60_000)));
  if (milliseconds < 48 * HOUR) return fill(labels.hours, figure(milliseconds / HOUR));
  return fill(labels.days, figure(milliseconds / (24 * HOUR), 0));
}
