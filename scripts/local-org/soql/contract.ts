import type { Session } from '../org.ts';

/** A record as REST shows it: `attributes` plus the selected fields in the order asked; parents and child sub-results nested. */
export interface QueryRecord {
  attributes: { type: string; url?: string };
  [field: string]: unknown;
}

export interface QueryOptions {
  /** queryAll: deleted rows too. */
  readonly all?: boolean;
  readonly tooling?: boolean;
  /** `/services/data/v66.0` prefix for attributes.url. */
  readonly urlBase: string;
  /** False: no field, object or sharing check (flows in system context). */
  readonly enforceAccess?: boolean;
}

export interface QueryResult {
  readonly totalSize: number;
  readonly records: QueryRecord[];
  /** Selected columns in order, for Bulk CSV and `?columns=true`. Dotted for parents. */
  readonly columns: readonly { readonly name: string; readonly type: string; readonly aggregate: boolean }[];
  readonly objectName: string;
}

/** Runs a SOQL text. Throws OrgError with MALFORMED_QUERY, INVALID_FIELD, INVALID_TYPE … as the platform words them. */
export type RunQuery = (session: Session, soql: string, options: QueryOptions) => QueryResult;
