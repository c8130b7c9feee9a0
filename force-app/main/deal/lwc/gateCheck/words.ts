import type { Check } from 'c/gateData';
import { fill } from 'c/labelText';
import { labels } from './labels';

export const yesNo = [
  { label: labels.yes, value: 'Yes' },
  { label: labels.no, value: 'No' },
] as const;

const icons: Readonly<Record<string, string>> = {
  Question: 'utility:question',
  Action: 'utility:task',
  Compliance: 'utility:shield',
  Role: 'utility:user',
  Document: 'utility:file',
  Decision: 'utility:approval',
  Dispatch: 'utility:groups',
};

export const iconOf = (check: Check): string => icons[check.kind] ?? 'utility:record';

/** Whether a check is closed, holds the gate or only adds points. */
export function standingOf({ status, waived, mandatory, blocking }: Check): 'closed' | 'holds' | 'points' {
  if (status === 'Passed') return 'closed';
  return !waived && (mandatory || blocking) ? 'holds' : 'points';
}

/** Everything that is said about a check, in the user's language. */
export interface Words {
  /** The name of the menu for who cannot see it. */
  readonly more: string;
  readonly weight: string;
  readonly owner: string;
  readonly waived: string;
  readonly waiver: string;
  readonly source: string;
  readonly answer: string;
}

export function wordsOf(check: Check): Words {
  const { waiver } = check;
  return {
    more: fill(labels.more, check.title),
    weight: fill(labels.points, check.weight),
    owner: fill(labels.owner, check.roleName, check.assigneeName || labels.nobody),
    waived: fill(labels.waivedUntil, check.waivedUntil ?? ''),
    waiver: waiver ? fill(labels.waiverAskedBy, waiver.requestedByName, waiver.expiresOn) : '',
    source: fill(labels.source, check.source),
    answer: fill(labels.answered, answerOf(check)),
  };
}

function answerOf({ answer, answerType }: Check): string {
  const word = answerType === 'YesNo' ? yesNo.find(({ value }) => value === answer)?.label : undefined;
  return word ?? answer;
}
