import type { OrgRecord } from '../../salesforce/org-port.ts';
import type { CandidateExplanation, OrderExplanation } from './explain.ts';
import { whyNot, type Names } from './explanation-words.ts';

/** The fields that an allocation writes on a candidate. */
export const candidateFields = [
  'Candidate_Key__c',
  'Resource__c',
  'Allocation_Run__r.Run_Key__c',
  'Fit__c',
  'Skill__c',
  'Availability__c',
  'Locality__c',
  'Cost__c',
  'Rank__c',
  'Eligible__c',
  'Chosen__c',
  'Why_Not_En__c',
  'Why_Not_Zh__c',
] as const;

/** Candidates kept for each order; the rest of a large company would only be read by nobody. */
const KEPT = 20;

/** The best candidates, the chosen, and all who were candidates of the order before: these would tell of an old run. */
export function candidateRows(
  explanation: OrderExplanation,
  existing: readonly OrgRecord[],
  { runKey, names }: { readonly runKey: string; readonly names: Names },
): OrgRecord[] {
  const earlier = new Set(existing.map((row) => String(row['Resource__c'])));
  const kept = explanation.candidates.filter(
    (one, index) => index < KEPT || one.verdict.kind === 'chosen' || earlier.has(one.personId),
  );
  const known = new Set(explanation.candidates.map((one) => one.personId));
  const gone = existing.filter((row) => !known.has(String(row['Resource__c'])));
  return [
    ...kept.map((one) => candidateRow(explanation.orderId, one, runKey, names)),
    ...gone.map((row) => ({
      Candidate_Key__c: row['Candidate_Key__c'],
      Allocation_Run__r: { Run_Key__c: runKey },
      Eligible__c: false,
      Chosen__c: false,
      Rank__c: null,
      Why_Not_En__c: 'No longer active.',
      Why_Not_Zh__c: '已停用。',
    })),
  ];
}

function candidateRow(orderId: string, one: CandidateExplanation, runKey: string, names: Names): OrgRecord {
  const why = whyNot(one, names);
  return {
    Candidate_Key__c: `${orderId}|${one.personId}`,
    Dispatch__c: orderId,
    Resource__c: one.personId,
    Allocation_Run__r: { Run_Key__c: runKey },
    Fit__c: round(one.fit.total),
    Skill__c: round(one.fit.skill),
    Availability__c: round(one.fit.availability),
    Locality__c: round(one.fit.locality),
    Cost__c: round(one.fit.cost),
    Rank__c: one.rank ?? null,
    Eligible__c: one.rank !== undefined,
    Chosen__c: one.verdict.kind === 'chosen',
    Why_Not_En__c: why?.en.slice(0, 255) ?? null,
    Why_Not_Zh__c: why?.zh.slice(0, 255) ?? null,
  };
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
