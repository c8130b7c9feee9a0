import type { Check } from 'c/gateData';

/** What the user has entered about a check and not saved yet. */
export interface Draft {
  readonly answer: string;
  /** The answer as the chosen options, where several may be chosen. */
  readonly answers: readonly string[];
  readonly evidence: string;
  /** Chosen dispatch order. */
  readonly order: string | null;
  readonly assignee: string | null;
}

export const emptyDraft: Draft = { answer: '', answers: [], evidence: '', order: null, assignee: null };

export function draftOf({ answer, evidence, orderId, assigneeId }: Check): Draft {
  return { answer, answers: answer ? answer.split('; ') : [], evidence, order: orderId, assignee: assigneeId };
}

/** A document passes by a link whatever the playbook says of evidence; a dispatch order is its own evidence. */
export const needsLink = ({ kind, evidenceRequired }: Check): boolean =>
  kind === 'Document' || (evidenceRequired && kind !== 'Dispatch');

/** The fields that close a check; a check that stays valid for some days only also gets the day on which it ends. */
export function closingFields(check: Check, draft: Draft, today: string): Record<string, string | null> {
  const fields: Record<string, string | null> = { Status__c: 'Passed', Evidence__c: draft.evidence || null };
  if (check.kind === 'Question') fields['Answer__c'] = draft.answer;
  if (check.kind === 'Dispatch') fields['Dispatch__c'] = draft.order;
  if (check.validityDays !== null) fields['Expires_On__c'] = dayAfter(today, check.validityDays);
  return fields;
}

function dayAfter(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
