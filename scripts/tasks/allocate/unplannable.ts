import type { OrderFacts, PersonFacts } from './allocation-state.ts';
import type { Words } from './explanation-words.ts';
import { isScored } from './score-worth.ts';

/** An order that this run leaves out, and why. */
export interface Unplannable {
  readonly order: OrderFacts;
  readonly reason: Words;
}

/**
 * What keeps an order out of a run: an import or another system can bring rows that no rule of the org has seen. Such an
 * order is put aside with its reason, and all others are solved. Undefined when it can be planned.
 */
export function whyUnplannable(order: OrderFacts, monday: string): Words | undefined {
  const { hours, headcount, firstWeek, lastWeek, needs, worth } = order;
  if (!isAbove(hours, 0))
    return { en: 'It asks for no hours. Recall it and enter them.', zh: '未填工时，请撤回后填写。' };
  if (!Number.isInteger(headcount) || headcount < 1)
    return {
      en: 'Its headcount is no whole number from 1 on. Recall it and correct it.',
      zh: '人数须为正整数，请撤回后更正。',
    };
  if (!isDay(firstWeek) || !isDay(lastWeek) || lastWeek < firstWeek)
    return {
      en: 'Its window has no beginning or end. Recall it and choose one.',
      zh: '时间窗口不完整，请撤回后选择。',
    };
  if (needs.some((need) => !isAbove(need.level, 0) || !isAbove(need.weight, 0)))
    return {
      en: 'A needed skill has no level or weight. Recall it and correct it.',
      zh: '所需技能缺少等级或权重，请撤回后更正。',
    };
  if (isUnknown(order))
    return {
      en: `Its worth is unknown: the deal had no ${worth.missing.join(', ')}. Recall it, complete the deal and submit again.`,
      zh: '价值无法评定：项目缺少毛利（公司本位币）、赢率或客户等级。请撤回，补齐后再提交。',
    };
  if (lastWeek < monday)
    return { en: 'Its window is over. Recall it and choose another.', zh: '时间窗口已过，请撤回后重新选择。' };
  return undefined;
}

/** Not scored yet, and what a score needs was not known at submission. */
export function isUnknown(order: OrderFacts): boolean {
  return order.worth.missing.length > 0 && !isScored(order);
}

/** Why nobody can plan this person, who is active; undefined when they can be planned. */
export function whyUnavailable({ name, rate, weeklyHours }: PersonFacts): string | undefined {
  if (rate === null) return `${name} has no hourly rate and cannot be planned. Ask finance for the rate.`;
  if (!(rate >= 0) || !Number.isFinite(rate)) return `${name} has an hourly rate of ${rate} and cannot be planned.`;
  if (!(weeklyHours >= 0) || !Number.isFinite(weeklyHours))
    return `${name} has weekly hours of ${weeklyHours} and cannot be planned.`;
  return undefined;
}

const isAbove = (value: number, least: number): boolean => Number.isFinite(value) && value > least;
const isDay = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
