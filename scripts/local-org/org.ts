import type { Access } from './access/contract.ts';
import type { Schema } from './schema/model.ts';
import type { Store } from './store/store.ts';

/** What the engines share. One Org per process and state folder. */
export interface Org {
  readonly store: Store;
  /** Milliseconds since 1970; tests move it. */
  now(): number;
  /** Moves the org's own clock, for good; tests and faults do. */
  advanceClock(millis: number): void;
  /** Told after a commit that left paths of flows to run later. */
  pathsWait?: () => void;
  schema(): Schema;
  /** Called inside the deploy's transaction; a rollback restores the former schema. */
  replaceSchema(next: Schema): void;
}

export interface User {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly profileId: string;
  readonly roleId: string | null;
  /** `en_US`, `zh_CN`. */
  readonly language: string;
  readonly locale: string;
  /** IANA name, `Asia/Shanghai`. */
  readonly timeZone: string;
}

/** Counts of one transaction against the platform's governor limits. Flows count; the request's own DML does not. */
export interface TransactionLimits {
  soqlQueries: number;
  dmlStatements: number;
  dmlRows: number;
  queryRows: number;
}

/** A request's view of the org: every engine call runs as somebody. */
export interface Session {
  readonly org: Org;
  readonly user: User;
  readonly access: Access;
  readonly limits: TransactionLimits;
  /** Are the rows of the next save held by somebody else? Only when a test ordered it. */
  readonly rowsLocked?: (() => boolean) | undefined;
}

/** Values by canonical API name; representation as in formula/contract.ts. */
export type FieldValue = string | number | boolean | null;
export type Row = Record<string, FieldValue>;
