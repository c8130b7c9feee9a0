import { fail, type SaveItem } from '../save-item.ts';
import type { StandardBehaviour } from './behaviour.ts';

const TAKEN =
  'Duplicate Username.<br>The username already exists in this or another Salesforce organization. Usernames must be unique ' +
  "across all Salesforce organizations. To resolve, use a different username (it doesn't need to match the user's email address).";

export const user: StandardBehaviour = {
  derive(_tx, batch, item) {
    if (batch.operation !== 'insert') return;
    item.after['UserType'] ??= 'Standard';
    // The platform makes up a nickname where none is given.
    item.after['CommunityNickname'] ??= `User${String(item.after['Username'] ?? '').slice(0, 36)}`;
  },
  written(tx, batch, items) {
    const logins = tx.schema.object('UserLogin');
    if (batch.operation !== 'insert' || logins === undefined) return;
    for (const { id } of items) {
      const stamps = { LastModifiedDate: tx.stamp, LastModifiedById: tx.session.user.id, SystemModstamp: tx.stamp };
      const row = { UserId: id, IsFrozen: false, IsPasswordLocked: false, ...stamps };
      tx.records.insert(logins, { ...row, Id: tx.store.newId(logins.keyPrefix) });
    }
  },
  check(tx, batch, items) {
    const changed = items.filter((item) => item.after['Username'] !== item.before?.['Username']);
    const holders = new Map(
      tx.store
        .find(
          batch.type,
          'Username',
          changed.map((item) => item.after['Username'] ?? null),
        )
        .map((row) => [name(row['Username']), String(row['Id'])]),
    );
    for (const item of changed) checkUsername(item, holders);
  },
};

const name = (username: unknown): string => String(username).toLowerCase();

function checkUsername(item: SaveItem, holders: Map<string, string>): void {
  const username = item.after['Username'];
  if (typeof username !== 'string') return;
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(username)) {
    fail(item, 'INVALID_EMAIL_ADDRESS', `Username: invalid email address: ${username}`, ['Username']);
    return;
  }
  const holder = holders.get(name(username));
  if (holder !== undefined && holder !== item.id) fail(item, 'DUPLICATE_USERNAME', TAKEN, ['Username']);
  holders.set(name(username), item.id ?? '');
}
