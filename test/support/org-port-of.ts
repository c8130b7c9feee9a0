import type { Connection } from '@salesforce/core';
import type { Connection as PlainConnection } from 'jsforce';
import { openOrg } from '../../scripts/salesforce/jsforce-org.ts';
import type { OrgPort } from '../../scripts/salesforce/org-port.ts';

/** The port of the tasks over a connection that no auth store knows: with the two calls that the store's own has beside. */
export function orgPortOf(connection: PlainConnection, username = ''): OrgPort {
  const stored = Object.assign(connection, {
    getUsername: () => username,
    autoFetchQuery: (soql: string) => connection.query(soql, { autoFetch: true, maxFetch: 50_000 }),
  });
  return openOrg(stored as unknown as Connection);
}
