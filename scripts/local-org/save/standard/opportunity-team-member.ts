import type { FieldValue, Row } from '../../org.ts';
import { normalizeId } from '../../store/ids.ts';
import type { Batch, SaveItem } from '../save-item.ts';
import type { Transaction } from '../transaction.ts';
import type { StandardBehaviour } from './behaviour.ts';

/** A person stands once in the team of a deal: adding them again changes their role and access. */
export const opportunityTeamMember: StandardBehaviour = {
  existing(tx, batch) {
    const members = new Map(
      tx.store
        .find(
          batch.type,
          'OpportunityId',
          batch.items.map((item) => idIn(item, 'OpportunityId')),
        )
        .map((row) => [`${String(row['OpportunityId'])} ${String(row['UserId'])}`, String(row['Id'])]),
    );
    const found = new Map<SaveItem, string>();
    for (const item of batch.items) {
      const id = members.get(`${String(idIn(item, 'OpportunityId'))} ${String(idIn(item, 'UserId'))}`);
      if (id !== undefined) found.set(item, id);
    }
    return found;
  },
  written(tx, batch, items) {
    for (const item of items) share(tx, batch, item);
  },
};

function idIn(item: SaveItem, field: string): FieldValue {
  const value = Object.entries(item.input).find(([name]) => name.toLowerCase() === field.toLowerCase())?.[1];
  return typeof value === 'string' ? (normalizeId(value) ?? value) : null;
}

/** The team's access to the deal is a share row of its own cause. */
function share(tx: Transaction, batch: Batch, item: SaveItem): void {
  const shares = tx.schema.object('OpportunityShare');
  if (shares === undefined) return;
  const row = batch.operation === 'delete' ? (item.before ?? {}) : item.after;
  const old = tx.store
    .find(shares, 'OpportunityId', [row['OpportunityId'] ?? null])
    .filter((one) => one['RowCause'] === 'Team' && one['UserOrGroupId'] === row['UserId']);
  for (const one of old) tx.records.purge(shares, String(one['Id']));
  const level = row['OpportunityAccessLevel'];
  if (batch.operation === 'delete' || (level !== 'Read' && level !== 'Edit')) return;
  const granted: Row = {
    OpportunityId: row['OpportunityId'] ?? null,
    UserOrGroupId: row['UserId'] ?? null,
    OpportunityAccessLevel: level,
    RowCause: 'Team',
    LastModifiedDate: tx.stamp,
    LastModifiedById: tx.session.user.id,
    IsDeleted: false,
  };
  tx.records.insert(shares, { ...granted, Id: tx.store.newId(shares.keyPrefix) });
}
