import type { FieldValue, Session } from '../org.ts';

export type SaveOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';

/** A parent named by its external id, as in `Deal__r: { Ext__c: 'x' }`. */
export interface ParentKey {
  readonly [field: string]: RequestValue;
}

export type RequestValue = FieldValue | ParentKey;
export type RequestRow = Readonly<Record<string, RequestValue>>;

export interface SaveRequest {
  readonly object: string;
  /** Field values as they came from the API (already JSON types, strings allowed for every type as REST allows). Includes Id for update/delete. */
  readonly row: RequestRow;
  /** Upsert only. */
  readonly externalIdField?: string;
  /** Optimistic lock: refuse when SystemModstamp/LastModifiedDate is later (ISO). */
  readonly ifUnmodifiedSince?: string;
}

export interface SaveError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

export interface SaveResult {
  readonly id: string | null;
  readonly success: boolean;
  readonly created: boolean;
  readonly errors: readonly SaveError[];
}

/**
 * Saves up to 200 records of one or several types in one transaction, in the platform's order
 * (PLATFORM facts: before flows → system checks → validation rules → write → after flows → roll-ups and the parent's own save).
 * allOrNone true: any failure rolls all back, the others report ALL_OR_NONE_OPERATION_ROLLED_BACK.
 * False: failing records are left out and the rest is saved (the platform retries the successful ones without the failed).
 * Results stand in request order.
 */
export type Save = (
  session: Session,
  operation: SaveOperation,
  requests: readonly SaveRequest[],
  options: { allOrNone: boolean },
) => SaveResult[];
