import { OrgError } from '../errors.ts';
import type { Session, TransactionLimits } from '../org.ts';

const LIMITS: Readonly<Record<keyof TransactionLimits, { readonly most: number; readonly words: string }>> = {
  soqlQueries: { most: 100, words: 'Too many SOQL queries' },
  queryRows: { most: 50_000, words: 'Too many query rows' },
  dmlStatements: { most: 150, words: 'Too many DML statements' },
  dmlRows: { most: 10_000, words: 'Too many DML rows' },
};

/** A governor limit: no fault path catches it, the whole transaction is undone. */
export class LimitExceeded extends OrgError {
  constructor(message: string) {
    super('LIMIT_EXCEEDED', message);
    this.name = 'LimitExceeded';
  }
}

/** Counts towards a limit of the transaction; flows count, the request's own records do not. */
export function spend(session: Session, limit: keyof TransactionLimits, amount: number): void {
  session.limits[limit] += amount;
  const { most, words } = LIMITS[limit];
  if (session.limits[limit] > most) throw new LimitExceeded(`${words}: ${String(session.limits[limit])}`);
}

export function resetLimits(session: Session): void {
  Object.assign(session.limits, { soqlQueries: 0, queryRows: 0, dmlStatements: 0, dmlRows: 0 });
}
