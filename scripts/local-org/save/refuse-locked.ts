import type { SaveRequest, SaveResult } from './contract.ts';

/** What a save answers when another transaction holds its rows. */
export function refuseLocked(requests: readonly SaveRequest[]): SaveResult[] {
  const ids = requests.flatMap(({ row }) =>
    Object.entries(row).flatMap(([name, value]) => (isId(name) ? [value] : [])),
  );
  const names = ids.filter((id) => typeof id === 'string').join(',');
  const message = `unable to obtain exclusive access to this record or ${String(requests.length)} records: ${names}`;
  return requests.map(() => ({
    id: null,
    success: false,
    created: false,
    errors: [{ statusCode: 'UNABLE_TO_LOCK_ROW', message, fields: [] }],
  }));
}

const isId = (name: string): boolean => name.toLowerCase() === 'id';
