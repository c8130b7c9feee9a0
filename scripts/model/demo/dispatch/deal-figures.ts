import type { DemoAccount } from '../accounts.ts';
import type { DemoDeal } from '../deals.ts';

/** What a deal says about its worth: gross margin, win probability 0-1, tier, days to the deadline, showcase 0-100. */
export interface DealFigures {
  readonly grossMargin: number;
  readonly probability: number;
  readonly tier: 'Strategic' | 'Key' | 'Potential' | 'General';
  readonly daysToDeadline: number;
  readonly readiness: number;
  readonly showcase: number;
  /** Set by hand where the story needs it; otherwise a share of the expected margin. */
  readonly budget?: number;
}

const story: Readonly<Record<string, DealFigures>> = {
  华东电网态势感知平台: figures(8_960_000, 0.55, 'Strategic', 12, 92, 80),
  城商行数据中台: figures(3_150_000, 0.45, 'Key', 20, 85, 60),
  滨江市政务云二期: figures(2_640_000, 0.6, 'Key', 9, 88, 40),
  老客户产品演示: figures(300_000, 0.7, 'General', 30, 60, 10),
  // Spent 8,960 of 12,150: one more visit needs a decision.
  新能源数据试点: { ...figures(1_350_000, 0.3, 'Potential', 25, 75, 90), budget: 12_150 },
  财政厅标准产品招标: figures(896_000, 0.5, 'Key', 7, 90, 30),
  // 79,120 in all: 0.883 percent of its margin.
  调度数据网改造: { ...figures(8_960_000, 0.55, 'Strategic', 12, 92, 80), budget: 147_840 },
};
const tiers = ['General', 'Potential', 'Key', 'Strategic'] as const;

/** The first words of a deal's name tell it in the story; every other deal has figures by its place. */
export function figuresOf(deal: DemoDeal, place: number): DealFigures {
  const told = story[deal.name.split(' ')[0] ?? ''];
  if (told) return told;
  const margin = 0.2 + ((place * 7) % 18) / 100;
  const size = deal.amount >= 10_000_000 ? 3 : deal.amount >= 4_000_000 ? 2 : deal.amount >= 800_000 ? 1 : 0;
  return figures(
    Math.round(deal.amount * margin),
    (25 + ((place * 11) % 51)) / 100,
    tiers[Math.max(0, size - (place % 3 === 0 ? 1 : 0))] ?? 'General',
    Math.max(3, deal.closeInDays - 10),
    40 + ((place * 13) % 56),
    (place * 17) % 91,
  );
}

function figures(
  grossMargin: number,
  probability: number,
  tier: DealFigures['tier'],
  daysToDeadline: number,
  readiness: number,
  showcase: number,
): DealFigures {
  return { grossMargin, probability, tier, daysToDeadline, readiness, showcase };
}

export function industryOf(deal: DemoDeal, accounts: readonly DemoAccount[]): DemoAccount['industry'] {
  return accounts.find(({ number }) => number === deal.account)?.industry ?? 'Power';
}
