import type { SkillNeed } from '../../dispatch/allocation.ts';
import { dayAfter } from '../../dispatch/capacity.ts';
import { dealWorth } from '../../dispatch/worth.ts';
import type { DemoAccount } from '../accounts.ts';
import type { DemoDeal } from '../deals.ts';
import { pick } from '../names.ts';
import { figuresOf } from './deal-figures.ts';
import { regionNames } from './engineers.ts';
import { methodSkills, technologySkills } from './skills.ts';
import { type DemoSize, ordersByState } from './size.ts';
import { storyOrders } from './story-orders.ts';

export interface DemoOrder {
  /** MF_Dispatch__c.Import_Key__c. */
  readonly key: string;
  readonly deal: DemoDeal;
  /** Place of the deal among all, from which its figures follow. */
  readonly dealPlace: number;
  readonly status: string;
  readonly purpose: string;
  readonly deliverable: string;
  readonly hours: number;
  readonly headcount: number;
  /** Mondays. */
  readonly firstWeek: string;
  readonly lastWeek: string;
  readonly region: string;
  readonly needs: readonly SkillNeed[];
  /** Grade of who asks, 1-9: kept to prove that it changes nothing. */
  readonly grade: number;
  readonly travel: number;
  readonly emergency: boolean;
  /** Keys of engineers, where the story says who served. */
  readonly served?: readonly string[];
}

const purposes = [
  ['Solution', '技术方案'],
  ['Proof', '验证测试报告'],
  ['Demo', '产品演示'],
  ['Bid', '投标技术文件'],
  ['Workshop', '需求研讨纪要'],
  ['Presentation', '方案宣讲材料'],
] as const;
const industrySkill = { Power: 'PWR', Finance: 'FIN', Government: 'GOV' } as const;
const hoursByTurn = [24, 56, 32, 72, 40, 64, 96, 20];

/** Orders of the story, then others by state, the same for every Monday. */
export function demoOrders(
  size: DemoSize,
  monday: string,
  deals: readonly DemoDeal[],
  accounts: readonly DemoAccount[],
): DemoOrder[] {
  const placed = deals.map((deal, place) => ({ deal, place }));
  const told = storyOrders(monday, placed);
  const free = placed.filter(({ place }) => !told.some((order) => order.dealPlace === place));
  const open = free.filter(({ deal }) => /^(S[2-7]|P[2-4])/.test(deal.stage) && deal.amount > 1_000_000);
  const past = free.filter(({ deal }) => deal.stage.startsWith('Closed'));
  const worthOf = ({ deal, place }: (typeof open)[number]) => dealWorth(figuresOf(deal, place)).score;
  const least = [...open].sort((left, right) => worthOf(left) - worthOf(right) || left.place - right.place);
  const states = Object.entries(ordersByState[size]).flatMap(([state, count]) =>
    Array.from({ length: count }, (_none, turn) => ({ state, turn })),
  );
  const others = states.map(({ state, turn }, index) => {
    const from = state === 'Closed' && turn % 4 !== 3 ? past : open;
    const { deal, place } = isScarce(state, turn) ? pick(least, turn) : pick(from, index * 5 + 11);
    const account = accounts.find(({ number }) => number === deal.account);
    return generated({ state, turn, index, key: keyOf(told.length + index), deal, place, monday, account });
  });
  return [...told.map((order, index) => ({ ...order, key: keyOf(index) })), ...others];
}

const keyOf = (place: number) => `HY-DO-${String(place + 1).padStart(3, '0')}`;

interface Turn {
  readonly state: string;
  readonly turn: number;
  readonly index: number;
  readonly key: string;
  readonly deal: DemoDeal;
  readonly place: number;
  readonly monday: string;
  readonly account: DemoAccount | undefined;
}

function generated({ state, turn, index, key, deal, place, monday, account }: Turn): DemoOrder {
  const [purpose, deliverable] = pick(purposes, index);
  const hours = isScarce(state, turn) ? 24 : isExperts(state, turn) ? 32 : pick(hoursByTurn, index);
  const [first, length] = isScarce(state, turn) ? [1, 1] : windowOf(state, turn, hours);
  return {
    key,
    deal,
    dealPlace: place,
    status: state,
    purpose,
    deliverable: `${deal.name.split(' ')[0] ?? ''}${deliverable}`,
    hours,
    headcount: hours >= 40 && index % 6 === 1 ? 2 : 1,
    firstWeek: dayAfter(monday, 7 * first),
    lastWeek: dayAfter(monday, 7 * (first + length - 1)),
    region: regionNames[account?.region ?? 'hq'] ?? 'HQ',
    needs: isScarce(state, turn) || isExperts(state, turn) ? scarceNeeds : needsOf(account?.industry ?? 'Power', index),
    // What is open is decided by worth: the grade of who asks goes with nothing.
    grade: 1 + ((place * (state === 'Closed' ? 5 : 4)) % 9),
    travel: index % 3 === 0 ? 0 : 800 + ((index * 310) % 3_400),
    emergency: state === 'Closed' ? turn % 15 === 7 : state === 'Validated' && turn === 2,
    ...(isExperts(state, turn) ? { served: [expert] } : {}),
  };
}

/** The expert worked on one order all of last week. */
export const expert = 'HY-E001';
const isExperts = (state: string, turn: number) => state === 'In progress' && turn === 0;

/** Two deferred orders of the least worthy deals want the expert in the week in which the worthiest deal of the story has him. */
const isScarce = (state: string, turn: number) => state === 'Deferred' && turn < 2;
const scarceNeeds: readonly SkillNeed[] = [
  { skill: 'PWR', level: 4, weight: 0.7, mandatory: true },
  { skill: 'BID', level: 2, weight: 0.3, mandatory: false },
];

/** First week, counted from the present one, and number of weeks. */
function windowOf(state: string, turn: number, hours: number): [first: number, length: number] {
  const length = Math.max(1, Math.ceil(hours / 24));
  if (state === 'Closed') return [-(length + 2 + ((turn * 7) % 46)), length];
  if (state === 'Delivered' || state === 'Accepted') return [-(length + 1 + (turn % 2)), length];
  if (state === 'In progress') return [-(1 + (turn % 2)), length + 2];
  if (state === 'Confirmed') return [turn % 3, length + 1];
  if (state === 'Rejected' || state === 'Cancelled') return [(turn % 5) - 3, length];
  return [1 + (turn % 5), length + (turn % 2)];
}

/** The industry is a must, a technology and a method are wished for. */
function needsOf(industry: DemoAccount['industry'], index: number): SkillNeed[] {
  const level = industry === 'Power' ? 2 + (index % 2) : 2 + (index % 3);
  const need = (skill: string, of: number, weight: number, mandatory = false) => ({
    skill,
    level: of,
    weight,
    mandatory,
  });
  return [
    need(industrySkill[industry], level, 0.5, true),
    need(pick(technologySkills, index), Math.max(2, level - 1), 0.3),
    need(index % 4 === 3 ? 'BID' : pick(methodSkills, index), 2, 0.2),
  ];
}
