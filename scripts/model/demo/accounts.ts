import type { Industry } from '../playbook/words.ts';
import { regions } from './people.ts';

export interface DemoAccount {
  /** Account.AccountNumber: how the account is found again. */
  readonly number: string;
  readonly name: string;
  readonly industry: Industry;
  readonly region: (typeof regions)[number];
  readonly city: string;
  readonly employees: number;
}

const cities: Readonly<Record<(typeof regions)[number], readonly string[]>> = {
  north: ['北京', '天津', '石家庄', '太原', '呼和浩特', '沈阳', '哈尔滨'],
  east: ['上海', '南京', '苏州', '杭州', '宁波', '合肥', '济南', '青岛'],
  south: ['广州', '深圳', '佛山', '南宁', '海口', '福州', '厦门'],
  central: ['武汉', '长沙', '郑州', '南昌', '襄阳', '洛阳'],
  southwest: ['成都', '重庆', '昆明', '贵阳', '绵阳', '拉萨'],
  northwest: ['西安', '兰州', '银川', '西宁', '乌鲁木齐', '咸阳'],
};

const kinds: Readonly<Record<Industry, readonly string[]>> = {
  Power: ['供电局', '电力调度中心', '新能源发电有限公司', '输变电运维公司', '电力设计院'],
  Finance: ['城市商业银行股份有限公司', '农村商业银行', '证券营业总部', '财产保险分公司', '清算中心'],
  Government: ['大数据管理局', '财政局', '政务服务和数据管理局', '公安局科技信息化支队', '人力资源和社会保障局'],
};

const named: readonly DemoAccount[] = [
  account('HY-A001', '华东电网有限公司', 'Power', 'east', '上海', 42_000),
  account('HY-A002', '长三角城市商业银行股份有限公司', 'Finance', 'east', '杭州', 8_600),
  account('HY-A003', '滨江市大数据管理局(市政务云工程建设领导小组办公室)', 'Government', 'east', '南京', 320),
  account('HY-A004', '东海办公用品集团', 'Finance', 'east', '宁波', 900),
  account('HY-A005', '南方新能源数据科技有限公司', 'Power', 'south', '深圳', 1_500),
  account('HY-A006', '中原省财政厅', 'Government', 'central', '郑州', 600),
];

/** 240 accounts over six regions and three industries, the same every time; the first six belong to the story. */
export function demoAccounts(): DemoAccount[] {
  const industries = Object.keys(kinds) as Industry[];
  const generated = Array.from({ length: 234 }, (_none, index) => {
    const region = regions[index % regions.length] ?? 'east';
    const industry = industries[Math.floor(index / regions.length) % industries.length] ?? 'Power';
    const city = cities[region][Math.floor(index / 18) % cities[region].length] ?? '';
    const kind = kinds[industry][Math.floor(index / 18) % kinds[industry].length] ?? '';
    const branch = Math.floor(index / (18 * 5));
    const name = `${city}${branch === 0 ? '' : (['', '东区', '西区', '南区'][branch] ?? `第${branch}`)}${kind}`;
    return account(
      `HY-A${String(index + 7).padStart(3, '0')}`,
      name,
      industry,
      region,
      city,
      80 + ((index * 137) % 9_000),
    );
  });
  return [...named, ...generated];
}

function account(
  number: string,
  name: string,
  industry: Industry,
  region: DemoAccount['region'],
  city: string,
  employees: number,
): DemoAccount {
  return { number, name, industry, region, city, employees };
}
