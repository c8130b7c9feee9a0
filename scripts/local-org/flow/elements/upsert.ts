import type { FieldValue } from '../../org.ts';
import type { Transaction } from '../../save/transaction.ts';
import type { Field } from '../../schema/model.ts';
import { integrityError } from '../flow-problem.ts';
import type { FlowRecord } from '../flow-value.ts';
import { type InterviewRows, writeRows } from '../write-rows.ts';

type Failures = readonly (string | undefined)[];

/**
 * Updates the records whose key somebody holds and creates the others, all or none for each interview. `keyName` is an
 * external id, or Id when it is undefined.
 */
export function upsertRows(tx: Transaction, writes: readonly InterviewRows[], keyName: string | undefined): Failures {
  const ids = writes.map(({ records }) => records.map(({ id }) => id));
  let failures: Failures = [];
  const done = (): boolean => failures.every((each) => each === undefined);
  const kept = tx.attempt(() => {
    failures = writeByKey(tx, writes, keyName);
  }, done);
  if (kept) return failures;
  writes.forEach(({ records }, index) => {
    records.forEach((record, place) => record.set('Id', ids[index]?.[place] ?? null));
  });
  return writes.length === 1 ? failures : writes.flatMap((each) => upsertRows(tx, [each], keyName));
}

function writeByKey(tx: Transaction, writes: readonly InterviewRows[], keyName: string | undefined): Failures {
  const failures = writes.map(({ records }) => (keyName === undefined ? undefined : giveIds(tx, records, keyName)));
  for (const operation of ['update', 'insert'] as const) {
    // All that a record holds is written, whether the flow set it or was given it.
    if (operation === 'update')
      for (const { records } of writes)
        for (const { values, changed } of records) for (const name of Object.keys(values)) changed.add(name);
    const part = writes.map(({ interview, records }) => ({
      interview,
      records: records.filter(({ id }) => (id === null) === (operation === 'insert')),
    }));
    writeRows(tx, operation, part).forEach((failure, index) => (failures[index] ??= failure));
  }
  return failures;
}

/** Gives each record the id of the one that holds its key; answers what is wrong with the keys. */
function giveIds(tx: Transaction, records: readonly FlowRecord[], keyName: string): string | undefined {
  const [first] = records;
  const field = first && keyField(first, keyName);
  if (first === undefined || field === undefined) return undefined;
  const keys = records.map(({ values }) => values[field.name] ?? null);
  if (keys.includes(null)) return `MISSING_ARGUMENT: ${field.name} not specified`;
  if (new Set(keys.map((key) => folded(field, key))).size < keys.length)
    return `DUPLICATE_VALUE: Duplicate external id specified: ${String(keys.find((key, at) => keys.indexOf(key) < at) ?? '')}`;
  const rows = tx.store.find(first.type, field.name, keys);
  for (const [index, record] of records.entries()) {
    const holders = rows.filter((row) => folded(field, row[field.name] ?? null) === folded(field, keys[index] ?? null));
    if (holders.length > 1)
      return `DUPLICATE_EXTERNAL_ID: More than one record found for external id field: [${holders.map((row) => String(row['Id'])).join(', ')}]`;
    record.set('Id', holders[0]?.['Id'] ?? null);
  }
  return undefined;
}

function keyField({ type }: FlowRecord, name: string): Field {
  const field = type.field(name);
  if (field?.externalId === true) return field;
  throw integrityError(`The field "${name}" for the object "${type.name}" isn't an external ID field.`);
}

const folded = (field: Field, value: FieldValue): FieldValue =>
  typeof value === 'string' && field.unique !== 'caseSensitive' ? value.toLowerCase() : value;
