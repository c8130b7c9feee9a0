import type { Access } from '../access/contract.ts';
import { mastersOf } from '../access/masters.ts';
import { openSession } from '../access/open-session.ts';
import type { SObjectType } from '../schema/model.ts';
import type { GivenField } from './request-fields.ts';
import { fail, type Batch, type SaveItem } from './save-item.ts';
import { objectLabel } from './shown-label.ts';
import type { Transaction } from './transaction.ts';

/** May this user do this to the object at all? */
export function checkObjectRights(tx: Transaction, batch: Batch): void {
  if (batch.cause !== 'request') return;
  const { type, operation } = batch;
  const rights = tx.session.access.object(type);
  if (operation === 'insert' && !(type.createable && rights.create)) {
    failAll(batch, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type cannot be inserted: ${objectLabel(tx, type)}`);
  } else if (operation === 'update' && !type.updateable) {
    failAll(batch, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type cannot be updated: ${objectLabel(tx, type)}`);
  } else if (operation === 'update' && !rights.edit) {
    failAll(batch, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  } else if (operation === 'delete' && !type.deletable) {
    failAll(batch, 'INSUFFICIENT_ACCESS_OR_READONLY', `entity type cannot be deleted: ${objectLabel(tx, type)}`);
  } else if (operation === 'delete' && !rights.delete) {
    failAll(batch, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  }
}

function failAll(batch: Batch, statusCode: string, message: string): void {
  for (const item of batch.items) fail(item, statusCode, message);
}

/** May this user write these fields? What nobody may write is refused to flows too. */
export function checkFieldRights(tx: Transaction, batch: Batch, item: SaveItem, given: readonly GivenField[]): void {
  const refused = given.filter(({ field }) => {
    if (!(batch.operation === 'insert' ? field.createable : field.updateable)) return true;
    return batch.cause === 'request' && !tx.session.access.canEditField(batch.type, field.name);
  });
  if (refused.length === 0) return;
  const names = refused.map(({ field }) => field.name);
  const message =
    `Unable to create/update fields: ${names.join(', ')}. Please check the security settings of this field and verify that ` +
    'it is read/write for your profile or permission set.';
  fail(item, 'INVALID_FIELD_FOR_INSERT_UPDATE', message, names);
}

/** May this user write this very record? `row` is the stored one. */
export function checkRecordRights(tx: Transaction, batch: Batch, item: SaveItem): void {
  if (batch.cause !== 'request' || item.before === undefined) return;
  const { access } = tx.session;
  const allowed =
    batch.operation === 'delete'
      ? access.canDeleteRecord(batch.type, item.before)
      : access.canEditRecord(batch.type, item.before);
  if (!allowed) fail(item, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
}

/** A record changes hands by whoever may give it away, to somebody who may read its object. */
export function checkTransfer(tx: Transaction, type: SObjectType, item: SaveItem): void {
  const { OwnerId } = item.after;
  if (type.kind !== 'data' || typeof OwnerId !== 'string' || OwnerId === item.before?.['OwnerId']) return;
  if (item.before !== undefined && !tx.session.access.canTransferRecord(type, item.before))
    return fail(item, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  if (OwnerId === tx.session.user.id || !OwnerId.startsWith('005')) return;
  const owner = ownerAccess(tx, OwnerId);
  if (owner !== undefined && !owner.object(type).read)
    fail(item, 'TRANSFER_REQUIRES_READ', 'The new owner must have read permission', ['OwnerId']);
}

/** Undefined for a user who is not active: that is refused elsewhere. */
function ownerAccess(tx: Transaction, userId: string): Access | undefined {
  const users = tx.schema.object('User');
  if (!users || tx.records.get(users, userId)?.['IsActive'] !== true) return undefined;
  return openSession(tx.session.org, userId).access;
}

/** A detail is written by whoever may write its master, or read it where the relationship says so. */
export function checkMasterRights(tx: Transaction, type: SObjectType, item: SaveItem): void {
  for (const { field, type: master } of mastersOf(tx.schema, type)) {
    const id = item.after[field.name];
    if (typeof id !== 'string' || id === item.before?.[field.name] || master.kind === 'setup') continue;
    // A built-in child asks its parent only while it has no sharing of its own.
    if (field.reference?.kind !== 'MasterDetail' && type.sharingModel !== 'ControlledByParent') continue;
    const row = tx.records.get(master, id);
    const level = field.reference?.writeRequiresMasterRead ? 1 : 2;
    if (!row || tx.session.access.reachesRecord(master, row, level)) continue;
    const message = `insufficient access rights on cross-reference id: ${id}`;
    fail(item, 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', message);
  }
}
