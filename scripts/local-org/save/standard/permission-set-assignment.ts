import { fail } from '../save-item.ts';
import type { StandardBehaviour } from './behaviour.ts';

export const permissionSetAssignment: StandardBehaviour = {
  check(tx, batch, items) {
    if (batch.operation !== 'insert') return;
    const key = (row: Readonly<Record<string, unknown>>): string =>
      [row['AssigneeId'], row['PermissionSetGroupId'] ?? row['PermissionSetId']].map(String).join(' ');
    const held = new Set(
      tx.store
        .find(
          batch.type,
          'AssigneeId',
          items.map((item) => item.after['AssigneeId'] ?? null),
        )
        .map(key),
    );
    for (const item of items) {
      if (held.has(key(item.after))) {
        fail(item, 'DUPLICATE_VALUE', 'duplicate value found: <unknown> duplicates value on record with id: <unknown>');
      }
      held.add(key(item.after));
    }
  },
};
