import { MidfieldError } from '../../model/errors.ts';
import type { OrgRecord, WriteResult } from '../../salesforce/org-port.ts';
import type { Task, TaskContext } from '../task.ts';

export interface RateShares {
  readonly rates: readonly { readonly id: string; readonly owner: string; readonly mayRead: readonly string[] }[];
  /** Shares that were given by hand or by this task. */
  readonly shares: readonly { readonly id: string; readonly rate: string; readonly person: string }[];
}

export interface ShareRatesPlan {
  readonly added: readonly { readonly rate: string; readonly person: string }[];
  /** Ids of shares of who is neither the engineer nor the manager any more. */
  readonly removed: readonly string[];
  readonly unchanged: number;
}

export interface ShareRatesOutcome {
  readonly refusals: readonly string[];
}

/**
 * Lets the engineer and the manager named on the engineer read a rate, and nobody else: no sharing rule of the platform
 * follows a lookup. Owner, finance and who stands above the owner read it without a share.
 */
export const shareRates: Task<Record<string, never>, RateShares, ShareRatesPlan, ShareRatesOutcome> = {
  read: readShares,
  plan: (state) => planShareRates(state),
  apply: applyShares,
};

async function readShares({ org }: TaskContext): Promise<RateShares> {
  if (!(await org.objects()).has('MF_Rate__c')) throw new MidfieldError('PlaybookMissingInOrg', ['MF_Rate__c']);
  const rates = await org.query<RateRow>(
    'SELECT Id, OwnerId, Resource__r.User__c, Resource__r.Manager__c FROM MF_Rate__c ORDER BY Id',
  );
  const shares = await org.query<ShareRow>(
    "SELECT Id, ParentId, UserOrGroupId FROM MF_Rate__Share WHERE RowCause = 'Manual' ORDER BY Id",
  );
  return {
    rates: rates.map(({ Id, OwnerId, Resource__r }) => ({
      id: Id,
      owner: OwnerId,
      mayRead: [Resource__r?.User__c, Resource__r?.Manager__c].filter((user) => typeof user === 'string'),
    })),
    shares: shares.map((row) => ({ id: row.Id, rate: row.ParentId, person: row.UserOrGroupId })),
  };
}

/** Pure. */
export function planShareRates({ rates, shares }: RateShares): ShareRatesPlan {
  const wanted = new Map(
    rates.flatMap(({ id, owner, mayRead }) =>
      mayRead.filter((person) => person !== owner).map((person) => [`${id}|${person}`, { rate: id, person }]),
    ),
  );
  const given = new Set(shares.map(({ rate, person }) => `${rate}|${person}`));
  const added = [...wanted].filter(([pair]) => !given.has(pair)).map(([, share]) => share);
  const removed = shares.filter(({ rate, person }) => !wanted.has(`${rate}|${person}`)).map(({ id }) => id);
  return { added, removed, unchanged: shares.length - removed.length };
}

/** Who may no longer read goes first. */
async function applyShares({ org, signal }: TaskContext, plan: ShareRatesPlan): Promise<ShareRatesOutcome> {
  const results: WriteResult[] = [];
  if (plan.removed.length > 0) results.push(...(await org.remove('MF_Rate__Share', plan.removed, { signal })));
  const rows = plan.added.map(({ rate, person }) => ({
    ...{ ParentId: rate, UserOrGroupId: person },
    ...{ AccessLevel: 'Read', RowCause: 'Manual' },
  }));
  if (rows.length > 0) results.push(...(await org.insert('MF_Rate__Share', rows, { signal })));
  return { refusals: [...new Set(results.flatMap(({ errors }) => errors))] };
}

interface RateRow extends OrgRecord {
  readonly Id: string;
  readonly OwnerId: string;
  readonly Resource__r: { readonly User__c: string | null; readonly Manager__c: string | null } | null;
}

interface ShareRow extends OrgRecord {
  readonly Id: string;
  readonly ParentId: string;
  readonly UserOrGroupId: string;
}
