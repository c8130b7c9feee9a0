import isHead from '@salesforce/customPermission/MF_Role_Head';
import { labels } from './labels';

export type ActionName = 'edit' | 'reopen' | 'recall' | 'cancel' | 'accept' | 'sendBack' | 'approve';

export interface Action {
  readonly name: ActionName;
  readonly label: string;
  readonly variant: 'brand' | 'neutral';
}

/** What the requester may do in each state; the org has the last word. */
const BY_STATUS: Readonly<Record<string, readonly ActionName[]>> = {
  Draft: ['edit', 'cancel'],
  Submitted: ['recall', 'cancel'],
  Validated: ['recall', 'cancel'],
  Proposed: ['recall', 'cancel'],
  Deferred: ['recall', 'cancel'],
  Recalled: ['reopen', 'cancel'],
  Confirmed: ['cancel'],
  'In progress': ['cancel'],
  Delivered: ['accept', 'sendBack'],
};
const FIRST_CHOICE = new Set<ActionName>(['edit', 'reopen', 'accept', 'approve']);

export interface Facts {
  readonly mine: boolean;
  /** An emergency that no head has approved. */
  readonly unapproved: boolean;
}

export function actionsOf(status: string, { mine, unapproved }: Facts): Action[] {
  const names: readonly ActionName[] = mine ? (BY_STATUS[status] ?? []) : [];
  const approves = isHead === true && !mine && unapproved && status === 'Submitted';
  return (approves ? (['approve', ...names] as const) : names).map((name) => ({
    name,
    label: labels[name],
    variant: FIRST_CHOICE.has(name) ? 'brand' : 'neutral',
  }));
}
