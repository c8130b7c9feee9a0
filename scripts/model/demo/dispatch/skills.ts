/** The catalogue of the demo company: what orders ask for and engineers are graded in. */
export interface DemoSkill {
  readonly key: string;
  readonly en: string;
  readonly zh: string;
  readonly family: 'Industry' | 'Technology' | 'Method' | 'Bid';
}

export const demoSkills: readonly DemoSkill[] = [
  skill('PWR', 'Power industry', '电力行业', 'Industry'),
  skill('FIN', 'Finance industry', '金融行业', 'Industry'),
  skill('GOV', 'Government industry', '政府行业', 'Industry'),
  skill('SEC', 'Network security', '网络安全', 'Technology'),
  skill('DAT', 'Big data', '大数据', 'Technology'),
  skill('CLD', 'Cloud and virtualisation', '云与虚拟化', 'Technology'),
  skill('AIM', 'Artificial intelligence', '人工智能', 'Technology'),
  skill('NET', 'Network architecture', '网络架构', 'Technology'),
  skill('STO', 'Storage and recovery', '存储与容灾', 'Technology'),
  skill('DBA', 'Databases', '数据库', 'Technology'),
  skill('OAS', 'Office automation', '协同办公', 'Technology'),
  skill('IOT', 'Internet of things', '物联网', 'Technology'),
  skill('CRY', 'Applied cryptography', '密码应用', 'Technology'),
  skill('SOL', 'Solution design', '方案设计', 'Method'),
  skill('POC', 'Proof of concept', '验证测试', 'Method'),
  skill('REQ', 'Requirements talks', '需求沟通', 'Method'),
  skill('PRE', 'Presentation', '方案宣讲', 'Method'),
  skill('BID', 'Bid preparation', '投标', 'Bid'),
  skill('CMP', 'Compliance response', '合规响应', 'Bid'),
];

export const industrySkills = ['PWR', 'FIN', 'GOV'] as const;
export const technologySkills = demoSkills.filter(({ family }) => family === 'Technology').map(({ key }) => key);
export const methodSkills = demoSkills.filter(({ family }) => family === 'Method').map(({ key }) => key);

function skill(key: string, en: string, zh: string, family: DemoSkill['family']): DemoSkill {
  return { key, en, zh, family };
}
