import type { Need } from 'c/dispatchRequestForm';
import { fill } from 'c/labelText';
import { labels } from './labels';

/** Shares are whole hundredths of a percent, so that three thirds make exactly one. */
export function percentSum(needs: readonly Need[]): number {
  return needs.reduce((sum, need) => sum + Math.round(need.percent * 100), 0) / 100;
}

/** Equal shares that add up to 100; what is left over goes to the first. */
export function evenShares(needs: readonly Need[]): Need[] {
  const share = Math.floor(100 / Math.max(1, needs.length));
  return needs.map((need, index) => ({ ...need, percent: index === 0 ? 100 - share * (needs.length - 1) : share }));
}

/** Takes what is left of the whole; the first skill of an order is one that it cannot do without. */
export function newNeed(needs: readonly Need[]): Need {
  const taken = new Set(needs.map((need) => need.key));
  const free = Array.from({ length: needs.length + 1 }, (_, index) => `new-${index}`).find((key) => !taken.has(key));
  const percent = Math.max(0, 100 - percentSum(needs));
  return { key: free ?? '', id: null, skill: '', name: '', level: 3, percent, mandatory: needs.length === 0 };
}

/** Shares that were equal stay equal; those that somebody chose are left as they are. */
export function withNeed(needs: readonly Need[], need: Need): Need[] {
  const equal = evenShares(needs).every((one, index) => one.percent === needs[index]?.percent);
  return equal ? evenShares([...needs, need]) : [...needs, need];
}

/** What the org would say at submission, said before. */
export function faultOf(needs: readonly Need[]): string | undefined {
  if (needs.length === 0) return labels.none;
  if (needs.some((need) => need.skill === '')) return labels.blank;
  if (needs.some((need) => !(need.percent > 0))) return labels.noShare;
  return percentSum(needs) === 100 ? undefined : fill(labels.notWhole, percentSum(needs));
}
