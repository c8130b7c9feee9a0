import { setTimeout as sleep } from 'node:timers/promises';

/** Status codes that pass by themselves: another writer holds the row, or the org is busy. jsforce does not retry these. */
const passing = ['UNABLE_TO_LOCK_ROW', 'SERVER_UNAVAILABLE'];

export function isPassing(statusCode: string | undefined): boolean {
  return statusCode !== undefined && passing.includes(statusCode);
}

/** Waits before try number `attempt` (1, 2, …): 0.2 s doubling to 5 s. */
export function backOff(attempt: number, signal?: AbortSignal): Promise<void> {
  return sleep(Math.min(5_000, 100 * 2 ** attempt), undefined, { signal });
}
