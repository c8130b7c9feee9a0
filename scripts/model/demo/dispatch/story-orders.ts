import type { SkillNeed } from '../../dispatch/allocation.ts';
import { dayAfter } from '../../dispatch/capacity.ts';
import type { DemoDeal } from '../deals.ts';
import type { DemoOrder } from './orders.ts';

interface Line {
  readonly deal: string;
  readonly status: string;
  readonly purpose: string;
  readonly deliverable: string;
  readonly hours: number;
  readonly region: string;
  readonly needs: string;
  readonly grade: number;
  readonly travel?: number;
  readonly served?: string;
  /** Weeks from the present one. */
  readonly week: number;
}

/** Six that compete for next week, four of the past whose costs add up to the figures of the story, one on a lost deal, one that a big deal needed. */
const lines: readonly Line[] = [
  open('华东电网态势感知平台', 'Solution', '态势感知技术方案', 24, 'East', 'PWR4* .5, SEC4 .3, BID3 .2', 2),
  open('城商行数据中台', 'Solution', '数据中台技术方案', 20, 'East', 'FIN4* .5, DAT4 .5', 6),
  open('滨江市政务云二期', 'Bid', '政务云投标技术文件', 24, 'North', 'GOV3* .4, CLD3 .4, BID3 .2', 3),
  open('老客户产品演示', 'Demo', '产品演示', 16, 'HQ', 'CLD2 1', 9),
  open('新能源数据试点', 'Proof', '数据试点验证报告', 16, 'South', 'PWR3 .4, DAT4* .6', 4),
  open('财政厅标准产品招标', 'Bid', '标准产品投标文件', 16, 'HQ', 'GOV2 .4, BID3* .6', 8),
  past('调度数据网改造', 'Solution', '调度数据网总体方案', 96, 'East', 'PWR4* 1', 'HY-E001', -22, 18_000),
  past('调度数据网改造', 'Proof', '调度数据网验证测试', 40, 'East', 'SEC3* 1', 'HY-E003', -20),
  past('调度数据网改造', 'Bid', '调度数据网投标文件', 24, 'East', 'DAT3* 1', 'HY-E004', -18),
  past('新能源数据试点', 'Workshop', '需求研讨纪要', 16, 'South', 'GOV2* 1', 'HY-E003', -7),
  past('新能源数据试点', 'Presentation', '方案宣讲材料', 16, 'South', 'CLD3* 1', 'HY-E003', -6),
  past('滨江市一网通办(密评缺失)', 'Bid', '一网通办投标技术文件', 64, 'East', 'GOV3* 1', 'HY-E003', -12, 3_600),
];

export function storyOrders(
  monday: string,
  deals: readonly { readonly deal: DemoDeal; readonly place: number }[],
): Omit<DemoOrder, 'key'>[] {
  return lines.flatMap((line) => {
    const found = deals.find(({ deal }) => deal.name.split(' ')[0] === line.deal);
    if (!found) return [];
    const { status, purpose, deliverable, hours, region, grade, travel = 0, served, week } = line;
    const weeks = Math.ceil(hours / 40);
    return [
      {
        ...{ deal: found.deal, dealPlace: found.place, status, purpose, deliverable, hours, headcount: 1 },
        firstWeek: dayAfter(monday, 7 * week),
        lastWeek: dayAfter(monday, 7 * (week + (served ? weeks : 0))),
        ...{ region, needs: needsOf(line.needs), grade, travel, emergency: false },
        ...(served ? { served: [served] } : {}),
      },
    ];
  });
}

/** `PWR4* .5`: skill, level, a star when nobody without it may come, weight. */
function needsOf(text: string): SkillNeed[] {
  return [...text.matchAll(/([A-Z]{3})(\d)(\*?) ([\d.]+)/g)].map(([, skill = '', level, star, weight]) => ({
    skill,
    level: Number(level),
    weight: Number(weight),
    mandatory: star === '*',
  }));
}

function open(
  deal: string,
  purpose: string,
  deliverable: string,
  hours: number,
  region: string,
  needs: string,
  grade: number,
): Line {
  return { deal, status: 'Validated', purpose, deliverable, hours, region, needs, grade, week: 1 };
}

function past(
  deal: string,
  purpose: string,
  deliverable: string,
  hours: number,
  region: string,
  needs: string,
  served: string,
  week: number,
  travel = 0,
): Line {
  const status = 'Closed';
  return { deal, status, purpose, deliverable, hours, region, needs, grade: 5, served, week, travel };
}
