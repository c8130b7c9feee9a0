import {
  checkFieldRights,
  checkMasterRights,
  checkObjectRights,
  checkRecordRights,
  checkTransfer,
} from './check-access.ts';
import { checkFilteredReferrers, checkLookupFilters } from './check-lookup-filters.ts';
import { checkReferences } from './check-references.ts';
import { checkRules } from './check-rules.ts';
import { checkUnique } from './check-unique.ts';
import { checkValues } from './check-values.ts';
import { applyDefaults } from './defaults.ts';
import { loadStored } from './load-stored.ts';
import { nameById } from './name-by-id.ts';
import { saveParents } from './parent-save.ts';
import { givenFields, overwrite } from './request-fields.ts';
import { sound, type Batch, type SaveItem } from './save-item.ts';
import { checkShare, dropManualShares } from './shares.ts';
import { behaviourOf } from './standard/behaviours.ts';
import type { Transaction } from './transaction.ts';
import { runWorkflow } from './workflow/run-workflow.ts';
import { writeRecords } from './write-records.ts';

/**
 * Up to 200 inserts or updates of one type in the platform's order. Failures are noted on the items; an item that was
 * written and failed afterwards (`written` and errors) obliges the caller to undo the attempt.
 */
export function saveBatch(tx: Transaction, batch: Batch): void {
  checkObjectRights(tx, batch);
  loadStored(tx, batch);
  for (const item of sound(batch.items)) checkRecordRights(tx, batch, item);
  for (const item of sound(batch.items)) prepare(tx, batch, item);
  derive(tx, batch);
  tx.engine.runFlows(tx, batch, 'RecordBeforeSave');
  derive(tx, batch);
  nameById(batch);
  validate(tx, batch);
  const survivors = sound(batch.items);
  writeRecords(tx, batch, survivors);
  if (batch.operation === 'update') dropManualShares(tx, batch.type, survivors);
  if (batch.operation === 'update') checkFilteredReferrers(tx, batch.type, survivors);
  behaviourOf(batch.type).written?.(tx, batch, survivors);
  runWorkflow(tx, batch, sound(survivors));
  tx.engine.runFlows(tx, { ...batch, items: sound(survivors) }, 'RecordAfterSave');
  saveParents(tx, batch, saveBatch);
}

function prepare(tx: Transaction, batch: Batch, item: SaveItem): void {
  const given = givenFields(batch.type, item);
  if (item.errors.length > 0) return;
  if (batch.cause !== 'rollUp') checkFieldRights(tx, batch, item, given);
  overwrite(tx, batch, item, given);
  if (batch.operation !== 'insert' || item.errors.length > 0) return;
  item.id = tx.store.newId(batch.type.keyPrefix);
  item.after['Id'] = item.id;
  applyDefaults(tx, batch.type, item);
}

function derive(tx: Transaction, batch: Batch): void {
  const behaviour = behaviourOf(batch.type);
  if (behaviour.derive !== undefined) for (const item of sound(batch.items)) behaviour.derive(tx, batch, item);
}

function validate(tx: Transaction, batch: Batch): void {
  const { type } = batch;
  for (const item of sound(batch.items)) checkValues(tx, type, item);
  checkReferences(tx, batch, sound(batch.items));
  if (batch.cause === 'request') {
    for (const item of sound(batch.items)) checkMasterRights(tx, type, item);
    for (const item of sound(batch.items)) checkTransfer(tx, type, item);
    for (const item of sound(batch.items)) checkShare(tx, type, item);
  }
  checkLookupFilters(tx, type, sound(batch.items));
  checkUnique(tx, type, sound(batch.items));
  behaviourOf(type).check?.(tx, batch, sound(batch.items));
  checkRules(tx, type, sound(batch.items));
}
