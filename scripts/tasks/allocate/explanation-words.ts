import type { Ineligible } from '../../model/dispatch/fit.ts';
import type { CandidateExplanation, OrderExplanation } from './explain.ts';

/** Turns ids into what people call them. */
export interface Names {
  order(id: string): string;
  person(id: string): string;
}

export interface Words {
  readonly en: string;
  readonly zh: string;
}

export interface Told {
  readonly explanation: OrderExplanation;
  readonly worth: number;
  /** Worth from which a deferred order would be served. */
  readonly servingWorth?: number;
}

/** Why a candidate was not proposed; nothing for the chosen. */
export function whyNot({ fit, verdict }: CandidateExplanation, names: Names): Words | undefined {
  if (verdict.kind === 'chosen') return undefined;
  if (fit.ineligible) return lacking(fit.ineligible);
  if (verdict.kind !== 'held')
    return { en: 'Free, but the plan is worth more without.', zh: '有空闲工时，但整体方案不选用时价值更高。' };
  const by = verdict.by.map(({ orderId, worthAhead }) => ({ order: names.order(orderId), ahead: figure(worthAhead) }));
  const less = verdict.by.map(({ worthAhead }) => worthAhead < 0);
  return {
    en: `Serves ${by.map(({ order, ahead }, index) => `${order} (worth ${less[index] ? ahead.slice(1) + ' less' : ahead + ' more'})`).join(', ')}.`,
    zh: `工时已用于 ${by.map(({ order, ahead }, index) => `${order}（价值${less[index] ? `低 ${ahead.slice(1)}` : `高 ${ahead}`}）`).join('、')}。`,
  };
}

function lacking(why: Ineligible): Words {
  switch (why.reason) {
    case 'mandatory-skill':
      return {
        en: `Lacks the mandatory skill ${why.skill}: level ${why.held}, ${why.needed} needed.`,
        zh: `缺少必备技能 ${why.skill}：现为 ${why.held} 级，需 ${why.needed} 级。`,
      };
    case 'skill-score':
      return {
        en: `Meets ${figure(why.held)} % of the needed skills, ${figure(why.needed)} % needed.`,
        zh: `技能满足度 ${figure(why.held)}%，至少需 ${figure(why.needed)}%。`,
      };
    case 'free-hours':
      return {
        en: `Has ${figure(why.held)} free hours in the window, ${figure(why.needed)} needed.`,
        zh: `窗口内空闲 ${figure(why.held)} 小时，需 ${figure(why.needed)} 小时。`,
      };
    case 'barred':
      return { en: 'Declined this order.', zh: '已婉拒该调度单。' };
  }
}

/** The one sentence that a deferred order carries as its reason. */
export function deferralReason({ explanation, servingWorth }: Told, names: Names): Words {
  const [best] = explanation.candidates;
  if (best === undefined || best.rank === undefined) {
    const why = best && whyNot(best, names);
    return {
      en: `Nobody is eligible.${why ? ` ${names.person(best.personId)}: ${why.en}` : ''}`.slice(0, 255),
      zh: `无人符合条件。${why ? `${names.person(best.personId)}：${why.zh}` : ''}`.slice(0, 255),
    };
  }
  const why = whyNot(best, names) ?? { en: '', zh: '' };
  const from =
    servingWorth === undefined
      ? { en: '', zh: '' }
      : { en: ` Served from a worth of ${figure(servingWorth)}.`, zh: `价值达到 ${figure(servingWorth)} 时可获支持。` };
  return {
    en: `${names.person(best.personId)}, the best fit: ${why.en}${from.en}`.slice(0, 255),
    zh: `最匹配的${names.person(best.personId)}：${why.zh}${from.zh}`.slice(0, 255),
  };
}

/** What every requester reads: the place in the queue, who serves it or why nobody does, and who fits how well. */
export function explanationWords(told: Told, names: Names): Words {
  const { explanation, worth } = told;
  const chosen = explanation.candidates.filter((one) => one.verdict.kind === 'chosen');
  const people = (separator: string, of: readonly CandidateExplanation[]) =>
    of.map((one) => `${names.person(one.personId)} (${figure(one.fit.total)})`).join(separator);
  const outcome = explanation.served
    ? { en: `Proposed: ${people(', ', chosen)}.`, zh: `建议人选：${people('、', chosen)}。` }
    : prefixed(deferralReason(told, names));
  const better = explanation.candidates.filter(
    (one) => one.rank !== undefined && one.verdict.kind !== 'chosen' && one.rank <= chosen.length,
  );
  const others = better.map((one) => ({ name: names.person(one.personId), why: whyNot(one, names) }));
  const eligible = explanation.candidates.filter((one) => one.rank !== undefined).length;
  return {
    en: [
      `Rank ${explanation.rank} of ${explanation.of} by worth ${figure(worth)}.`,
      outcome.en,
      ...(explanation.served ? others.map(({ name, why }) => `${name} fits better. ${why?.en ?? ''}`) : []),
      `${eligible} of ${explanation.candidates.length} people are eligible.`,
    ].join(' '),
    zh: [
      `按价值 ${figure(worth)} 排第 ${explanation.rank} 位，共 ${explanation.of} 单。`,
      outcome.zh,
      ...(explanation.served ? others.map(({ name, why }) => `${name}更匹配。${why?.zh ?? ''}`) : []),
      `${explanation.candidates.length} 人中 ${eligible} 人符合条件。`,
    ].join(''),
  };
}

const prefixed = ({ en, zh }: Words): Words => ({ en: `Deferred. ${en}`, zh: `暂缓。${zh}` });

/** One decimal, none when it is zero. */
export function figure(value: number): string {
  return String(Math.round(value * 10) / 10);
}
