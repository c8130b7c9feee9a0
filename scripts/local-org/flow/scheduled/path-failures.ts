import type { Org } from '../../org.ts';
import type { WaitingPath } from './path-queue.ts';

/** A path that failed; the platform would send its administrator an email. */
export interface PathFailure {
  readonly flow: string;
  readonly path: string;
  readonly recordId: string;
  readonly message: string;
  readonly date: string;
}

const KIND = 'flow-failure';
/** Of more than these the oldest are forgotten. */
const MOST = 100;

export function noteFailure(
  org: Org,
  { flow, path, recordId }: Pick<WaitingPath, 'flow' | 'path' | 'recordId'>,
  message: string,
): void {
  const documents = org.store.documents(KIND);
  const known = documents.entries();
  for (const [key] of known.slice(0, Math.max(0, known.length - MOST + 1))) documents.delete(key);
  const number = String(org.store.nextNumber(KIND)).padStart(12, '0');
  const failure: PathFailure = { flow, path, recordId, message, date: new Date(org.now()).toISOString() };
  documents.put(number, failure);
}

export const pathFailures = (org: Org): PathFailure[] =>
  org.store
    .documents(KIND)
    .entries()
    .map(([, failure]) => failure as PathFailure);
