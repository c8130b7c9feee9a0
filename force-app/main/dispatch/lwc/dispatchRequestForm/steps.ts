import { labels } from './labels';

export interface Step {
  readonly label: string;
  readonly className: 'behind' | 'now' | 'ahead';
  readonly current: 'step' | null;
}

/** Where the reader stands, `now` counted from 1. */
export function stepsOf(now: number): Step[] {
  return [labels.stepWhat, labels.stepWho, labels.stepCheck].map((label, index) => {
    const className = index + 1 < now ? 'behind' : index + 1 === now ? 'now' : 'ahead';
    return { label, className, current: className === 'now' ? 'step' : null };
  });
}
