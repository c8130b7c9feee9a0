import { setTimeout as delay } from 'node:timers/promises';
import { OrgError } from '../../errors.ts';
import type { Session } from '../../org.ts';
import type { ApiResponse } from '../route.ts';
import type { FaultList } from './fault-list.ts';

/** The client's connection ends without an answer. */
export class ConnectionCut extends Error {
  constructor() {
    super('The connection was cut by order');
    this.name = 'ConnectionCut';
  }
}

const BEFORE = [
  'slow-answer',
  'clock-jump',
  'session-expiry',
  'request-limit',
  'unavailable',
  'cut-before-commit',
] as const;

interface Target {
  readonly method: string;
  readonly path: string;
  readonly session: Session;
}

/** Answers a request as the platform does on a bad day, if such a day was ordered. */
export async function underFaults(
  faults: FaultList,
  { method, path, session }: Target,
  answer: (session: Session) => ApiResponse | Promise<ApiResponse>,
): Promise<ApiResponse> {
  for (const fault of faults.take(BEFORE, method, path)) {
    if (fault.kind === 'slow-answer') await delay(fault.milliseconds ?? 0);
    else if (fault.kind === 'clock-jump') jump(session, fault.seconds ?? 0);
    else if (fault.kind === 'cut-before-commit') throw new ConnectionCut();
    else throw refusals[fault.kind as keyof typeof refusals]();
  }
  const given = await answer({ ...session, rowsLocked: rowLock(faults, method, path) });
  if (faults.take(['cut-after-commit'], method, path).length > 0) throw new ConnectionCut();
  return given;
}

function jump({ org }: Session, seconds: number): void {
  org.advanceClock(Math.round(seconds * 1000));
  org.pathsWait?.();
}

/** Asked by every save of a request: only requests that write use the fault up. */
export const rowLock = (faults: FaultList, method: string, path: string) => (): boolean =>
  faults.take(['row-lock'], method, path).length > 0;

const refusals = {
  'session-expiry': () => new OrgError('INVALID_SESSION_ID', 'Session expired or invalid', { httpStatus: 401 }),
  'request-limit': () => new OrgError('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.', { httpStatus: 403 }),
  unavailable: () =>
    new OrgError('SERVER_UNAVAILABLE', 'The server is temporarily unavailable. Try again later.', { httpStatus: 503 }),
};
