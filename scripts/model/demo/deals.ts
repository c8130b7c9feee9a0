import type { DealType } from '../playbook/words.ts';
import type { DemoAccount } from './accounts.ts';
import type { Person } from './people.ts';

export interface DemoDeal {
  /** Opportunity.Name, unique in the demo: how the deal is found again. */
  readonly name: string;
  readonly account: string;
  readonly owner: string;
  readonly dealType: DealType;
  /** Opportunity.StageName. */
  readonly stage: string;
  readonly amount: number;
  /** Days from the day of the seeding to the close date; negative for closed deals. */
  readonly closeInDays: number;
  /** Share of the current gate's checks that are done, 0-1, counted from the first. */
  readonly done: number;
  readonly reason?: string;
}

const solutionStages = [
  'S1 Lead Validation',
  'S2 Opportunity Initiation',
  'S3 Needs Shaping',
  'S4 Solution Design and Proof',
  'S5 Bid Preparation',
  'S6 Evaluation and Negotiation',
  'S7 Contract',
];
const smallStages = ['P1 Qualify', 'P2 Demo and Quote', 'P3 Tender and Negotiate', 'P4 Sign and Hand Over'];
const products = [
  '态势感知平台',
  '大数据平台',
  '政务云扩容',
  '桌面云与虚拟化',
  '协同办公系统',
  '数据治理',
  '安全运营中心',
  '容灾备份',
];

/** The deals of the story: six that compete for presales, one lost on compliance, one bid that lacks a single opinion. */
const story: readonly DemoDeal[] = [
  deal(
    '华东电网态势感知平台 East grid situational awareness',
    'HY-A001',
    'zhou.hang',
    'HQ_Solution',
    solutionStages[3],
    28_000_000,
    12,
    0.5,
  ),
  deal(
    '城商行数据中台 City bank data platform',
    'HY-A002',
    'zhou.hang',
    'HQ_Solution',
    solutionStages[2],
    9_000_000,
    20,
    0.4,
  ),
  deal(
    '滨江市政务云二期 Municipal government cloud',
    'HY-A003',
    'zhou.hang',
    'HQ_Solution',
    solutionStages[4],
    12_000_000,
    9,
    0.86,
  ),
  deal(
    '老客户产品演示 Old-customer product demo',
    'HY-A004',
    'zhou.hang',
    'Standard_Product',
    smallStages[1],
    600_000,
    30,
    0.4,
  ),
  deal(
    '新能源数据试点 Renewables data pilot',
    'HY-A005',
    'seller.03',
    'Region_Solution',
    solutionStages[2],
    4_500_000,
    25,
    0.3,
  ),
  deal(
    '财政厅标准产品招标 Provincial finance department tender',
    'HY-A006',
    'seller.04',
    'Region_Solution',
    solutionStages[4],
    3_200_000,
    7,
    0.7,
  ),
  deal(
    '滨江市一网通办(密评缺失) Government portal lost on compliance',
    'HY-A003',
    'zhou.hang',
    'HQ_Solution',
    'Closed Lost',
    6_800_000,
    -40,
    1,
    '缺少密码应用方案评估意见，废标。 Bid rejected: no cryptography assessment opinion.',
  ),
  deal('调度数据网改造 Dispatch data network', 'HY-A001', 'zhou.hang', 'HQ_Solution', 'Closed Won', 15_600_000, -95, 1),
];

/** 320 opportunities over four quarters: 60 started by headquarters, 110 by regions, 150 of standard products. */
export function demoDeals(accounts: readonly DemoAccount[], people: readonly Person[]): DemoDeal[] {
  const sellers = people.filter((person) => person.job === 'Seller');
  const counts: readonly (readonly [DealType, number])[] = [
    ['HQ_Solution', 60],
    ['Region_Solution', 110],
    ['Standard_Product', 150],
  ];
  const generated = counts.flatMap(([dealType, count]) => {
    const told = story.filter((known) => known.dealType === dealType).length;
    return Array.from({ length: count - told }, (_none, index) => generatedDeal(dealType, index, accounts, sellers));
  });
  return [...story, ...generated];
}

function generatedDeal(
  dealType: DealType,
  index: number,
  accounts: readonly DemoAccount[],
  sellers: readonly Person[],
): DemoDeal {
  const offset = { HQ_Solution: 0, Region_Solution: 83, Standard_Product: 151 }[dealType];
  const account = accounts[(index * 3 + offset) % accounts.length];
  const own = sellers.filter((seller) => seller.unit === account?.region);
  const owner = own[index % own.length]?.key ?? 'zhou.hang';
  const small = dealType === 'Standard_Product';
  const stages = small ? smallStages : solutionStages;
  const closed = index % 5 >= 3;
  const stage = closed
    ? index % 10 === 8
      ? 'Closed Lost'
      : index % 2 === 0
        ? 'Closed Lost'
        : 'Closed Won'
    : stages[(index * 2 + Math.floor(index / 5)) % stages.length];
  const amount = small ? 80_000 + ((index * 61_000) % 900_000) : 1_200_000 + ((index * 1_730_000) % 24_000_000);
  const number =
    { HQ_Solution: 'H', Region_Solution: 'R', Standard_Product: 'P' }[dealType] + String(index + 1).padStart(3, '0');
  const days = closed ? -1 - ((index * 17) % 270) : 5 + ((index * 13) % 120);
  return deal(
    `${account?.city ?? ''}${products[index % products.length] ?? ''} ${number}`,
    account?.number ?? '',
    owner,
    dealType,
    stage,
    amount,
    days,
    ((index * 3) % 10) / 10,
    stage === 'Closed Lost' ? lostReasons[index % lostReasons.length] : undefined,
  );
}

const lostReasons = [
  '价格高于竞争对手。 Price above the competitor.',
  '客户项目取消。 The customer cancelled the project.',
  '技术方案未满足关键需求。 The solution missed a key requirement.',
];

function deal(
  name: string,
  account: string,
  owner: string,
  dealType: DealType,
  stage: string | undefined,
  amount: number,
  closeInDays: number,
  done: number,
  reason?: string,
): DemoDeal {
  return {
    name,
    account,
    owner,
    dealType,
    stage: stage ?? '',
    amount,
    closeInDays,
    done,
    ...(reason === undefined ? {} : { reason }),
  };
}
