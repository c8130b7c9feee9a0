import { familyNames, givenNames, pick } from './names.ts';

/** A person of the demo company. Usernames end in the org's own suffix, because a username is unique in all the world. */
export interface Person {
  /** Stable key, also the username before the @: `zhou.hang`. */
  readonly key: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly title: string;
  readonly job: Job;
  /** Key of an org unit in `units`. */
  readonly unit: string;
  readonly language: 'zh_CN' | 'en_US';
  readonly timeZone: 'Asia/Shanghai' | 'Europe/Berlin';
  /** One of the eleven people of the story. */
  readonly persona: boolean;
}

export const jobs = [
  'Seller',
  'Presales',
  'Delivery',
  'ProductManager',
  'Dispatcher',
  'Approver',
  'SalesLeader',
  'SalesOperations',
  'Legal',
  'Finance',
] as const;
export type Job = (typeof jobs)[number];

/** Permission sets by job; names as in the package. */
export const permissionSetsOf: Readonly<Record<Job, readonly string[]>> = {
  Seller: ['MF_Seller'],
  Presales: ['MF_Presales'],
  Delivery: ['MF_Delivery'],
  ProductManager: ['MF_Presales', 'MF_Role_Product_Manager'],
  Dispatcher: ['MF_Dispatcher'],
  Approver: ['MF_Approver', 'MF_Role_Head', 'MF_Sales_Leader'],
  SalesLeader: ['MF_Sales_Leader', 'MF_Role_Head', 'MF_Approver'],
  SalesOperations: ['MF_Sales_Leader', 'MF_Playbook_Admin', 'MF_Role_Ops'],
  Legal: ['MF_Approver', 'MF_Role_Legal'],
  Finance: ['MF_Role_Finance'],
};

/** Units and their parents: the role hierarchy. */
export const units: readonly { readonly key: string; readonly name: string; readonly parent?: string }[] = [
  { key: 'company', name: 'Hengyue 恒岳科技' },
  { key: 'hq', name: 'Headquarters 本部', parent: 'company' },
  { key: 'power', name: 'Industry Power 电力行业部', parent: 'hq' },
  { key: 'finance', name: 'Industry Finance 金融行业部', parent: 'hq' },
  { key: 'government', name: 'Industry Government 政府行业部', parent: 'hq' },
  { key: 'presales', name: 'Presales Centre 售前中心', parent: 'hq' },
  { key: 'delivery', name: 'Delivery Centre 交付中心', parent: 'hq' },
  { key: 'products', name: 'Product Lines 产品线', parent: 'hq' },
  { key: 'operations', name: 'Sales Operations 销售运营', parent: 'hq' },
  { key: 'legal', name: 'Legal and Compliance 法务合规', parent: 'hq' },
  { key: 'accounts', name: 'Finance Office 财务部', parent: 'hq' },
  { key: 'north', name: 'Region North 北方大区', parent: 'company' },
  { key: 'east', name: 'Region East 华东大区', parent: 'company' },
  { key: 'south', name: 'Region South 华南大区', parent: 'company' },
  { key: 'central', name: 'Region Central 华中大区', parent: 'company' },
  { key: 'southwest', name: 'Region Southwest 西南大区', parent: 'company' },
  { key: 'northwest', name: 'Region Northwest 西北大区', parent: 'company' },
];

export const regions = ['north', 'east', 'south', 'central', 'southwest', 'northwest'] as const;

const personas: readonly Person[] = [
  persona('zhou.hang', '周', '航', '客户经理 Account Manager', 'Seller', 'east'),
  persona('gao.jianguo', '高', '建国', '大区总监 Regional Director', 'SalesLeader', 'east'),
  persona('chen.li', '陈', '立', '售前专家(电力) Presales Expert, Power', 'Presales', 'presales'),
  persona('wang.min', '王', '敏', '售前(金融) Presales, Finance', 'Presales', 'presales'),
  persona('lin.shan', '林', '珊', '资源经理 Resource Manager', 'Dispatcher', 'presales'),
  persona('xu.lei', '许', '磊', '交付技术负责人(CTM) Delivery Technical Lead', 'Delivery', 'delivery'),
  persona('he.jing', '何', '静', '销售运营总监 Head of Sales Operations', 'SalesOperations', 'operations'),
  persona('wu.fan', '吴', '凡', '产品线经理 Product-line Manager', 'ProductManager', 'products'),
  persona('zheng.tao', '郑', '涛', '电力行业总经理 Industry Head, Power', 'Approver', 'power'),
  {
    ...persona('meng.yue', '孟', '悦', '法务合规经理 Legal and Compliance Manager', 'Legal', 'legal'),
    language: 'en_US',
    timeZone: 'Europe/Berlin',
  },
  persona('tang.qing', '唐', '清', '财务经理(售前成本) Finance Manager, Presales Cost', 'Finance', 'accounts'),
];

/** 60 sellers, 24 presales engineers, 12 delivery leads, 8 product managers and the people who lead them, the same every time. */
export function demoPeople(): Person[] {
  return [
    ...personas,
    ...staff('seller', 59, 'Seller', '客户经理 Account Manager', (index) => regions[index % regions.length] ?? 'east'),
    ...staff('presales', 22, 'Presales', '售前工程师 Presales Engineer', () => 'presales').map(nameOfStory),
    ...staff('delivery', 11, 'Delivery', '交付负责人 Delivery Lead', () => 'delivery'),
    ...staff('product', 7, 'ProductManager', '产品经理 Product Manager', () => 'products'),
  ];
}

/** The three engineers of the story who are nobody's persona bear their own names. */
const namesOfStory: Readonly<Record<string, readonly [string, string]>> = {
  'presales.01': ['赵', '强'],
  'presales.02': ['李', '娜'],
  'presales.03': ['孙', '悦'],
};

function nameOfStory(person: Person): Person {
  const [lastName, firstName] = namesOfStory[person.key] ?? [person.lastName, person.firstName];
  return { ...person, lastName, firstName };
}

function persona(key: string, lastName: string, firstName: string, title: string, job: Job, unit: string): Person {
  return { key, lastName, firstName, title, job, unit, language: 'zh_CN', timeZone: 'Asia/Shanghai', persona: true };
}

function staff(prefix: string, count: number, job: Job, title: string, unitOf: (index: number) => string): Person[] {
  return Array.from({ length: count }, (_none, index) => ({
    key: `${prefix}.${String(index + 1).padStart(2, '0')}`,
    lastName: pick(familyNames, index * 7 + prefix.length * 11),
    firstName: pick(givenNames, index * 5 + prefix.length) + (index % 3 === 0 ? '' : pick(givenNames, index * 11 + 3)),
    title,
    job,
    unit: unitOf(index),
    language: 'zh_CN' as const,
    timeZone: 'Asia/Shanghai' as const,
    persona: false,
  }));
}
