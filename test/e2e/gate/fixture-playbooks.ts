/** Small playbooks with the real stage values: three checks a stage, so that every state is reached in a few writes. */
export interface FixtureStage {
  readonly code: string;
  readonly value: string;
  readonly afterWin?: boolean;
}

const solution: readonly FixtureStage[] = [
  { code: 'S1', value: 'S1 Lead Validation' },
  { code: 'S2', value: 'S2 Opportunity Initiation' },
  { code: 'S3', value: 'S3 Needs Shaping' },
  { code: 'S4', value: 'S4 Solution Design and Proof' },
  { code: 'S5', value: 'S5 Bid Preparation' },
  { code: 'S6', value: 'S6 Evaluation and Negotiation' },
  { code: 'S7', value: 'S7 Contract' },
  { code: 'S8', value: 'S8 Delivery Handover', afterWin: true },
  { code: 'S9', value: 'S9 Retrospective and Close', afterWin: true },
];
const small: readonly FixtureStage[] = [
  { code: 'P1', value: 'P1 Qualify' },
  { code: 'P2', value: 'P2 Demo and Quote' },
  { code: 'P3', value: 'P3 Tender and Negotiate' },
  { code: 'P4', value: 'P4 Sign and Hand Over' },
];

/** Per stage: what the seller must do (60), what he should do (30), what legal must clear (10, blocking, valid 30 days). */
export const checkDefinitions = [
  {
    code: 'NEED',
    Title_En__c: 'Need confirmed',
    Title_Zh__c: '需求已确认',
    Kind__c: 'Question',
    Weight__c: 60,
    Mandatory__c: true,
    Blocking__c: false,
    role: 'AR',
    Evidence_Kind__c: 'None',
    Validity_Days__c: null,
    Order__c: 10,
  },
  {
    code: 'VISIT',
    Title_En__c: 'Visit made',
    Title_Zh__c: '已拜访',
    Kind__c: 'Action',
    Weight__c: 30,
    Mandatory__c: false,
    Blocking__c: false,
    role: 'AR',
    Evidence_Kind__c: 'Link',
    Validity_Days__c: null,
    Order__c: 20,
  },
  {
    code: 'CLEAR',
    Title_En__c: 'Conflict check cleared',
    Title_Zh__c: '利益冲突检查通过',
    Kind__c: 'Compliance',
    Weight__c: 10,
    Mandatory__c: false,
    Blocking__c: true,
    role: 'LEGAL',
    Evidence_Kind__c: 'Record',
    Validity_Days__c: 30,
    Order__c: 30,
  },
] as const;

/** Per stage of the region's playbook: one mandatory check of each kind that passes only by a record or a link. */
export const kindDefinitions = [
  {
    code: 'DECIDE',
    Title_En__c: 'Authority to invest granted',
    Title_Zh__c: '立项决策通过',
    Kind__c: 'Decision',
    Decision__c: 'ATI',
    Evidence_Kind__c: 'Record',
    role: 'HEAD',
    order: 10,
  },
  {
    code: 'STAFF',
    Title_En__c: 'Solution responsible named',
    Title_Zh__c: '已任命解决方案责任人',
    Kind__c: 'Role',
    Decision__c: 'None',
    Evidence_Kind__c: 'None',
    role: 'SR',
    order: 20,
  },
  {
    code: 'PAPER',
    Title_En__c: 'Memo written',
    Title_Zh__c: '立项备忘录',
    Kind__c: 'Document',
    Decision__c: 'None',
    Evidence_Kind__c: 'None',
    role: 'AR',
    order: 30,
  },
  {
    code: 'SEND',
    Title_En__c: 'Dispatch order accepted',
    Title_Zh__c: '资源调度单已接受',
    Kind__c: 'Dispatch',
    Decision__c: 'None',
    Evidence_Kind__c: 'Record',
    role: 'RM',
    order: 40,
  },
].map(({ order, ...definition }) => ({
  ...definition,
  Weight__c: 25,
  Mandatory__c: true,
  Blocking__c: false,
  Validity_Days__c: null,
  Order__c: order,
}));

export const playbooks = [
  { key: 'M1', dealType: 'HQ_Solution', stages: solution, checks: checkDefinitions },
  { key: 'M2', dealType: 'Region_Solution', stages: solution, checks: kindDefinitions },
  { key: 'M3', dealType: 'Standard_Product', stages: small, checks: checkDefinitions },
] as const;

export const stageValue = (code: string): string => {
  const found = [...solution, ...small].find((stage) => stage.code === code);
  if (!found) throw new Error(`Expected a stage code, got ${code}`);
  return found.value;
};

/** Values that the org's opportunity stages need besides its own closed ones. */
export const openStageValues = [...solution, ...small].filter((stage) => !stage.afterWin).map((stage) => stage.value);
