import type { FieldValue } from '../../org.ts';
import { fail, type Batch, type SaveItem } from '../save-item.ts';
import type { Transaction } from '../transaction.ts';

/** The account is that of the record the activity is about, or of the person. */
export function followAccount(tx: Transaction, { type }: Batch, { after }: SaveItem): void {
  if (!type.field('AccountId')?.stored) return;
  after['AccountId'] = accountOf(tx, after['WhatId']) ?? accountOf(tx, after['WhoId']);
}

function accountOf(tx: Transaction, id: FieldValue | undefined): FieldValue {
  if (typeof id !== 'string') return null;
  const type = tx.schema.objectByPrefix(id.slice(0, 3));
  if (type?.name === 'Account') return id;
  const row = type?.field('AccountId')?.stored ? tx.records.get(type, id) : undefined;
  return row?.['AccountId'] ?? null;
}

const LEAD = '00Q';

/** Who is a lead is nobody's contact yet, so that there is no deal or account to speak of. */
export function checkLead(item: SaveItem): void {
  const who = item.after['WhoId'];
  if (typeof who !== 'string' || !who.startsWith(LEAD) || (item.after['WhatId'] ?? null) === null) return;
  fail(item, 'FIELD_INTEGRITY_EXCEPTION', 'field integrity exception: WhoId, WhatId', ['WhoId', 'WhatId']);
}
