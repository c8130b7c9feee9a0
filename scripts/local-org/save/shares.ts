import { shareTable } from '../access/share-table.ts';
import type { SObjectType } from '../schema/model.ts';
import { fail, type SaveItem } from './save-item.ts';
import type { Transaction } from './transaction.ts';

const LEVELS = ['None', 'Read', 'Edit', 'All'];
const DEFAULTS: Readonly<Record<SObjectType['sharingModel'], string>> = {
  Private: 'None',
  ControlledByParent: 'None',
  Read: 'Read',
  ReadWrite: 'Edit',
  FullAccess: 'All',
};

/** A record is shared by whoever has full access to it, with more than everybody has, and never as its owner has it. */
export function checkShare(tx: Transaction, type: SObjectType, item: SaveItem): void {
  const parent = type.kind === 'share' ? sharedObject(tx, type) : undefined;
  const table = parent && shareTable(tx.schema, parent);
  if (!parent || !table) return;
  const row = tx.records.get(parent, String(item.after[table.parent]));
  if (row && !tx.session.access.reachesRecord(parent, row, 3)) {
    const message = `insufficient access rights on cross-reference id: ${String(row['Id'])}`;
    return fail(item, 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', message);
  }
  const level = String(item.after[table.access]);
  const everybody = DEFAULTS[parent.sharingModel];
  if (level === 'All')
    fail(item, 'FIELD_INTEGRITY_EXCEPTION', `field integrity exception: ${table.access} (bad share level All)`, [
      table.access,
    ]);
  else if (LEVELS.indexOf(level) <= LEVELS.indexOf(everybody))
    fail(
      item,
      'FIELD_INTEGRITY_EXCEPTION',
      `field integrity exception: unknown (trivial share level ${level}, for organization with default level ${everybody})`,
    );
}

function sharedObject(tx: Transaction, share: SObjectType): SObjectType | undefined {
  const parent = share.fields.find((field) => field.reference?.onDelete === 'Cascade')?.reference?.to[0];
  return tx.schema.object(parent ?? '');
}

/** What an owner gave by hand goes with the owner. */
export function dropManualShares(tx: Transaction, type: SObjectType, items: readonly SaveItem[]): void {
  const table = shareTable(tx.schema, type);
  const shares = table && tx.schema.object(table.name);
  if (!shares) return;
  const moved = items.filter((item) => item.before && item.before['OwnerId'] !== item.after['OwnerId']);
  const rows = tx.store.find(
    shares,
    table.parent,
    moved.map((item) => item.id),
  );
  for (const row of rows) if (row['RowCause'] === 'Manual') tx.records.purge(shares, String(row['Id']));
}
