type Value = string | number | boolean | null;

/** A GraphQL answer about one opportunity, as the org gives it; each part may be changed. */
export interface Facts {
  readonly opportunity?: Readonly<Record<string, Value>> | null;
  readonly deal?: Readonly<Record<string, Value>> | null;
  readonly gates?: readonly Readonly<Record<string, Value>>[];
  readonly checks?: readonly Readonly<Record<string, Value>>[];
  readonly orders?: readonly Readonly<Record<string, Value>>[];
  readonly waivers?: readonly Readonly<Record<string, Value>>[];
}

const gate = {
  Stage__c: 'stageS5',
  Stage_Value__c: 'S5 Bid Preparation',
  Stage_Order__c: 5,
  After_Win__c: false,
  Is_Met__c: false,
  Score__c: 87,
  Threshold__c: 80,
  Planned_Checks__c: 14,
  Open_Mandatory__c: 0,
  Open_Blocking__c: 1,
  Left_On__c: null,
  'Stage__r.Name': 'Bid preparation',
  'Stage__r.Name_Zh__c': '投标准备',
  'Stage__r.Guidance_En__c': 'Decide whether to bid.',
};

export const checkFacts = {
  Gate__c: 'gate5',
  Title_En__c: 'Technical part reviewed',
  Title_Zh__c: '技术标已评审',
  Kind__c: 'Action',
  Status__c: 'Open',
  Weight__c: 10,
  Mandatory__c: true,
  Blocking__c: false,
  Role_Key__c: 'SR',
  Answer__c: null,
  Evidence__c: null,
  Dispatch__c: null,
  Evidence_Required__c: false,
  Due_On__c: '2026-01-05',
  Expires_On__c: null,
  Validity_Days__c: null,
  Waived__c: false,
  Waived_Until__c: null,
  Assignee__c: '005000000000001',
  'Assignee__r.Name': '周航',
  'Definition__r.Answer_Type__c': 'Text',
  'Definition__r.Owner_Role__r.Name': 'Solution responsible',
};

const start = {
  opportunity: {
    Id: 'opp',
    StageName: 'S5 Bid Preparation',
    IsClosed: false,
    IsWon: false,
    MF_Deal_Type__c: 'HQ_Solution',
  },
  deal: {
    Id: 'deal',
    Current_Gate__c: 'gate5',
    Phase__c: null,
    Is_Conditional__c: false,
    Has_Lapsed_Condition__c: false,
  },
  gates: [
    {
      ...gate,
      Id: 'gate4',
      Stage_Order__c: 4,
      Stage_Value__c: 'S4 Solution Design and Proof',
      'Stage__r.Name': 'Solution design',
      Left_On__c: '2026-01-01T00:00:00.000Z',
    },
    { ...gate, Id: 'gate5' },
    {
      ...gate,
      Id: 'gate6',
      Stage_Order__c: 6,
      Stage_Value__c: 'S6 Evaluation and Negotiation',
      'Stage__r.Name': 'Evaluation and negotiation',
    },
  ],
  checks: [{ ...checkFacts, Id: 'check1' }],
  orders: [],
  waivers: [],
} satisfies Facts;

/** The answer of GATE_QUERY for the usual bid with some facts changed. */
export function gateAnswer(facts: Facts = {}): unknown {
  const { opportunity, deal, gates, checks, orders, waivers } = { ...start, ...facts };
  const query = {
    Opportunity: edges(opportunity ? [{ ...start.opportunity, ...opportunity }] : []),
    MF_Deal__c: edges(deal ? [{ ...start.deal, ...deal }] : []),
    MF_Gate__c: edges((gates ?? []).map((one) => ({ ...gate, ...one }))),
    MF_Check__c: edges((checks ?? []).map((one) => ({ ...checkFacts, ...one }))),
    MF_Dispatch__c: edges(orders ?? []),
    MF_Waiver__c: edges(waivers ?? []),
  };
  return { uiapi: { query } };
}

/** `Stage__r.Name: 'X'` becomes the nested node of the protocol, every value wrapped. */
export function edges(rows: readonly Readonly<Record<string, Value>>[]): unknown {
  return { edges: rows.map((row) => ({ node: node(row) })) };
}

function node(row: Readonly<Record<string, Value>>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(row)) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    let at = result;
    for (const name of names) at = (at[name] ??= {}) as Record<string, unknown>;
    at[last] = last === 'Id' ? value : { value, label: value };
  }
  return result;
}
