import { MidfieldError } from '../../model/errors.ts';
import type { OrgPort, OrgRecord } from '../../salesforce/org-port.ts';
import { soql } from '../../salesforce/soql.ts';

/** What the last run decided of an order and why, as it was written down. */
export interface WrittenExplanation {
  readonly order: string;
  readonly deal: string;
  readonly status: string;
  readonly rank: number | null;
  readonly of: number | null;
  readonly worth: number | null;
  readonly capped: boolean;
  readonly servingWorth: number | null;
  readonly words: { readonly en: string; readonly zh: string };
  /** Score 0-100 and weight of each factor of the worth. */
  readonly breakdown: readonly { readonly factor: string; readonly score: number; readonly weight: number }[];
  /** The best fit first, the ineligible last. */
  readonly candidates: readonly WrittenCandidate[];
}

export interface WrittenCandidate {
  readonly person: string;
  readonly rank: number | null;
  readonly isChosen: boolean;
  readonly fit: number;
  readonly skill: number;
  readonly availability: number;
  readonly locality: number;
  /** Null to who may not know the rate. */
  readonly cost: number | null;
  readonly whyNot: { readonly en: string; readonly zh: string } | null;
}

/** @throws MidfieldError InputInvalid when there is no such order or no run has decided it */
export async function readExplanation(org: OrgPort, name: string): Promise<WrittenExplanation> {
  const [order] = await org.query<OrderRow>(
    soql`SELECT Id, Name, Deal__r.Opportunity__r.Name, Status__c, Rank__c, Allocation_Run__r.Orders__c, Worth__c, Worth_Capped__c, Worth_Breakdown__c, Serving_Worth__c, Explanation_En__c, Explanation_Zh__c FROM MF_Dispatch__c WHERE Name = ${name}`,
  );
  if (!order) throw new MidfieldError('InputInvalid', ['--order', `the org has no dispatch order ${name}`]);
  if (!order.Allocation_Run__r)
    throw new MidfieldError('InputInvalid', ['--order', `no allocation has decided ${name} yet`]);
  const cost = (await org.fields('MF_Candidate__c')).has('Cost__c') ? ', Cost__c' : '';
  const candidates = await org.query<CandidateRow>(
    `SELECT Resource__r.Name, Rank__c, Chosen__c, Fit__c, Skill__c, Availability__c, Locality__c, Why_Not_En__c, Why_Not_Zh__c${cost} FROM MF_Candidate__c` +
      soql` WHERE Dispatch__c = ${order.Id} ORDER BY Rank__c ASC NULLS LAST, Fit__c DESC NULLS LAST`,
  );
  return {
    order: order.Name,
    deal: order.Deal__r?.Opportunity__r?.Name ?? '',
    status: order.Status__c,
    rank: order.Rank__c,
    of: order.Allocation_Run__r.Orders__c,
    worth: order.Worth__c,
    capped: order.Worth_Capped__c,
    servingWorth: order.Serving_Worth__c,
    words: { en: order.Explanation_En__c ?? '', zh: order.Explanation_Zh__c ?? '' },
    breakdown: breakdownOf(order),
    candidates: candidates.map(candidateOf),
  };
}

function breakdownOf({ Worth_Breakdown__c: text }: OrderRow): WrittenExplanation['breakdown'] {
  if (text === null) return [];
  const factors = JSON.parse(text) as Record<string, { score: number; weight: number }>;
  return Object.entries(factors).map(([factor, { score, weight }]) => ({ factor, score, weight }));
}

const candidateOf = (row: CandidateRow): WrittenCandidate => ({
  person: row.Resource__r?.Name ?? '',
  rank: row.Rank__c,
  isChosen: row.Chosen__c,
  fit: row.Fit__c ?? 0,
  skill: row.Skill__c ?? 0,
  availability: row.Availability__c ?? 0,
  locality: row.Locality__c ?? 0,
  cost: row.Cost__c ?? null,
  whyNot: row.Why_Not_En__c === null ? null : { en: row.Why_Not_En__c, zh: row.Why_Not_Zh__c ?? '' },
});

interface OrderRow extends OrgRecord {
  readonly Id: string;
  readonly Name: string;
  readonly Deal__r: { readonly Opportunity__r: { readonly Name: string } | null } | null;
  readonly Status__c: string;
  readonly Rank__c: number | null;
  readonly Allocation_Run__r: { readonly Orders__c: number | null } | null;
  readonly Worth__c: number | null;
  readonly Worth_Capped__c: boolean;
  readonly Worth_Breakdown__c: string | null;
  readonly Serving_Worth__c: number | null;
  readonly Explanation_En__c: string | null;
  readonly Explanation_Zh__c: string | null;
}

interface CandidateRow extends OrgRecord {
  readonly Resource__r: { readonly Name: string } | null;
  readonly Rank__c: number | null;
  readonly Chosen__c: boolean;
  readonly Fit__c: number | null;
  readonly Skill__c: number | null;
  readonly Availability__c: number | null;
  readonly Locality__c: number | null;
  readonly Cost__c?: number | null;
  readonly Why_Not_En__c: string | null;
  readonly Why_Not_Zh__c: string | null;
}
