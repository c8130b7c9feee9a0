import type { SkillNeed } from '../../model/dispatch/allocation.ts';
import type { OrgPort, OrgRecord } from '../../salesforce/org-port.ts';
import { soql } from '../../salesforce/soql.ts';
import type { OrderFacts } from './allocation-state.ts';
import { isScored } from './score-worth.ts';

/** The fields that an allocation writes on an order. */
export const decidedFields = [
  'Id',
  'Status__c',
  'Status_Reason__c',
  'Lead__c',
  'Rank__c',
  'Serving_Worth__c',
  'Explanation_En__c',
  'Explanation_Zh__c',
  'Allocation_Run__r.Run_Key__c',
] as const;

const askedFields = [
  'Name',
  'Deal__r.Name',
  'Deal__r.Opportunity__r.Name',
  'Deal__r.Opportunity__r.Owner.UserRole.Name',
  'Hours__c',
  'Headcount__c',
  'First_Week__c',
  'Last_Week__c',
  'Region__c',
  'Submitted_At__c',
  'Emergency__c',
  'Override__c',
  'Worth__c',
  'Worth_Scored_At__c',
  'Calibration__c',
  'Gross_Margin__c',
  'Probability__c',
  'Tier__c',
  'Tender_Deadline__c',
  'Readiness__c',
  'Showcase__c',
  'Starred_Grade__c',
];

/** Orders with their needs. The requester's grade is read where the user may see it: to measure, never to decide. */
export async function readOrders(
  org: OrgPort,
  statuses: readonly string[],
  calibration: ReadonlyMap<string, number>,
): Promise<OrderFacts[]> {
  const grade = (await org.fields('MF_Dispatch__c')).has('Requester_Grade__c') ? ['Requester_Grade__c'] : [];
  const fields = [...decidedFields, ...askedFields, ...grade].join(', ');
  const rows = await org.query<OrderRow>(
    `SELECT ${fields} FROM MF_Dispatch__c` + soql` WHERE Status__c IN ${statuses} ORDER BY Id`,
  );
  const needs = await org.query<NeedRow>(
    soql`SELECT Dispatch__c, Skill__r.Key__c, Level__c, Weight__c, Mandatory__c FROM MF_Dispatch_Skill__c WHERE Dispatch__r.Status__c IN ${statuses} ORDER BY Need_Key__c`,
  );
  const needsOf = Map.groupBy(needs, (need) => need.Dispatch__c);
  return rows.map((row) => {
    const facts = factsOf(row, (needsOf.get(row.Id) ?? []).map(needOf));
    const unit = row.Deal__r?.Opportunity__r?.Owner?.UserRole?.Name ?? '';
    // A score is given once: what it was corrected by then stays, whatever the unit has won since.
    const factor = isScored(facts) ? facts.worth.calibration : (calibration.get(unit) ?? 1);
    return { ...facts, worth: { ...facts.worth, calibration: factor } };
  });
}

const needOf = (row: NeedRow): SkillNeed => ({
  skill: row.Skill__r?.Key__c ?? '',
  level: row.Level__c,
  weight: row.Weight__c,
  mandatory: row.Mandatory__c,
});

function factsOf(row: OrderRow, needs: readonly SkillNeed[]): OrderFacts {
  return {
    id: row.Id,
    name: row.Name,
    deal: row.Deal__r?.Opportunity__r?.Name ?? row.Deal__r?.Name ?? '',
    status: row.Status__c,
    hours: row.Hours__c,
    headcount: row.Headcount__c ?? 1,
    firstWeek: row.First_Week__c,
    lastWeek: row.Last_Week__c,
    region: row.Region__c,
    needs,
    submittedAt: row.Submitted_At__c === null ? '' : new Date(row.Submitted_At__c).toISOString(),
    requesterGrade: row.Requester_Grade__c ?? null,
    isEmergency: row.Emergency__c,
    isOverridden: row.Override__c,
    worth: worthOf(row),
    row,
  };
}

const worthOf = (row: OrderRow): OrderFacts['worth'] => ({
  score: row.Worth__c,
  scoredAt: row.Worth_Scored_At__c,
  grossMargin: row.Gross_Margin__c ?? 0,
  probability: (row.Probability__c ?? 0) / 100,
  calibration: row.Calibration__c ?? 1,
  tier: row.Tier__c ?? '',
  deadline: row.Tender_Deadline__c,
  readiness: row.Readiness__c ?? 0,
  showcase: row.Showcase__c ?? 0,
  starredGrade: row.Starred_Grade__c,
  missing: [
    ...(row.Gross_Margin__c === null ? ['gross margin in company currency'] : []),
    ...(row.Probability__c === null ? ['win probability'] : []),
    ...(row.Tier__c === null ? ['account tier'] : []),
  ],
});

interface OrderRow extends OrgRecord {
  readonly Id: string;
  readonly Name: string;
  readonly Deal__r: { readonly Name: string; readonly Opportunity__r: DealRow | null } | null;
  readonly Status__c: string;
  readonly Hours__c: number;
  readonly Headcount__c: number | null;
  readonly First_Week__c: string;
  readonly Last_Week__c: string;
  readonly Region__c: string;
  readonly Submitted_At__c: string | null;
  readonly Emergency__c: boolean;
  readonly Override__c: boolean;
  readonly Requester_Grade__c?: number | null;
  readonly Worth__c: number | null;
  readonly Worth_Scored_At__c: string | null;
  readonly Calibration__c: number | null;
  readonly Gross_Margin__c: number | null;
  readonly Probability__c: number | null;
  readonly Tier__c: string | null;
  readonly Tender_Deadline__c: string | null;
  readonly Readiness__c: number | null;
  readonly Showcase__c: number | null;
  readonly Starred_Grade__c: number | null;
}

interface DealRow {
  readonly Name: string;
  readonly Owner: { readonly UserRole: { readonly Name: string } | null } | null;
}

interface NeedRow extends OrgRecord {
  readonly Dispatch__c: string;
  readonly Skill__r: { readonly Key__c: string | null } | null;
  readonly Level__c: number;
  readonly Weight__c: number;
  readonly Mandatory__c: boolean;
}
