import { OrgError } from '../errors.ts';
import { runTriggers } from '../flow/run-triggers.ts';
import type { SObjectType } from '../schema/model.ts';
import { normalizeId } from '../store/ids.ts';
import { attemptBatch, rollBackOthers } from './attempt.ts';
import type { Save, SaveOperation, SaveRequest, SaveResult } from './contract.ts';
import { refuseLocked } from './refuse-locked.ts';
import { LimitExceeded, resetLimits } from './limits.ts';
import { fail, saveItem, sound, type Batch, type SaveItem } from './save-item.ts';
import { Transaction } from './transaction.ts';
import { resolveUpserts } from './upsert-split.ts';
import { writeBatch } from './write-batch.ts';

const AT_ONCE = 200;

interface Step {
  readonly type: SObjectType;
  readonly operation: Batch['operation'];
  readonly item: SaveItem;
}

export const save: Save = (session, operation, requests, options) => {
  if (requests.length > AT_ONCE) {
    throw new OrgError(
      'EXCEEDED_ID_LIMIT',
      `record limit reached. cannot submit more than ${String(AT_ONCE)} records into this call`,
    );
  }
  resetLimits(session);
  if (session.rowsLocked?.() === true) return refuseLocked(requests);
  const tx = new Transaction(session, { write: writeBatch, runFlows: runTriggers });
  const steps: Step[] = [];
  const items = (): SaveItem[] => steps.map((step) => step.item);
  try {
    const kept = tx.attempt(
      () => {
        for (const chunk of chunks(requests)) {
          const own = resolve(tx, operation, chunk);
          steps.push(...own);
          runSteps(tx, own, options.allOrNone);
        }
      },
      () => !options.allOrNone || sound(items()).length === steps.length,
    );
    if (!kept) rollBackOthers(items());
  } catch (error) {
    if (!(error instanceof LimitExceeded)) throw error;
    for (const item of sound(items())) fail(item, error.code, error.message);
  }
  return steps.map((step) => resultOf(step, operation, options.allOrNone));
};

/** Neighbours of one type go together. */
function chunks(requests: readonly SaveRequest[]): SaveRequest[][] {
  const found: SaveRequest[][] = [];
  for (const request of requests) {
    const last = found.at(-1);
    if (last?.[0]?.object.toLowerCase() === request.object.toLowerCase()) last.push(request);
    else found.push([request]);
  }
  return found;
}

function resolve(tx: Transaction, operation: SaveOperation, chunk: readonly SaveRequest[]): Step[] {
  const name = chunk[0]?.object ?? '';
  const type = tx.schema.object(name);
  if (type === undefined)
    throw new OrgError('INVALID_TYPE', `sObject type '${name}' is not supported.`, { httpStatus: 404 });
  if (operation === 'upsert') return resolveUpserts(tx, type, chunk).map((resolved) => ({ type, ...resolved }));
  return chunk.map((request) => {
    const id = Object.entries(request.row).find(([field]) => field.toLowerCase() === 'id')?.[1] ?? null;
    const item = saveItem(
      request.row,
      typeof id === 'string' ? (normalizeId(id) ?? id) : null,
      request.ifUnmodifiedSince,
    );
    if (operation === 'insert' && id !== null) {
      fail(item, 'INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']);
    }
    return { type, operation, item };
  });
}

function runSteps(tx: Transaction, steps: readonly Step[], allOrNone: boolean): void {
  for (const operation of ['insert', 'update', 'delete', 'undelete'] as const) {
    for (const round of rounds(steps.filter((step) => step.operation === operation))) {
      const [first] = round;
      if (first === undefined) continue;
      const batch: Batch = { type: first.type, operation, cause: 'request', items: round.map((step) => step.item) };
      attemptBatch(tx, batch, { allOrNone });
    }
  }
}

/** A record that is named twice is saved twice, one after the other. */
function rounds(steps: readonly Step[]): Step[][] {
  const found: Step[][] = [];
  const met = new Map<string, number>();
  for (const step of steps) {
    const id = step.item.id;
    const round = id === null ? 0 : (met.get(id) ?? 0);
    if (id !== null) met.set(id, round + 1);
    (found[round] ??= []).push(step);
  }
  return found;
}

function resultOf(step: Step, operation: SaveOperation, allOrNone: boolean): SaveResult {
  const { item } = step;
  const success = item.errors.length === 0;
  const inserting = step.operation === 'insert';
  // A failed upsert of an all-or-none request still says that it would have created.
  const created = inserting && (success || (operation === 'upsert' && allOrNone));
  return { id: success || !inserting ? item.id : null, success, created, errors: item.errors };
}
