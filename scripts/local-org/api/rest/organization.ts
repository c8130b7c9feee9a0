import type { Org, Session } from '../../org.ts';

/** The one Organization row; it is made when the org is. */
export function organizationId(org: Org): string {
  const type = org.schema().object('Organization');
  const [row] = type === undefined ? [] : org.store.prepare('SELECT Id FROM Organization LIMIT 1').all();
  if (row === undefined) throw new Error('The org has no Organization record.');
  return String(row['Id']);
}

/** Clients follow it as it stands, so it carries the address they came by. */
export function identityUrl({ org, user }: Session, host = 'localhost'): string {
  return `http://${host}/id/${organizationId(org)}/${user.id}`;
}
