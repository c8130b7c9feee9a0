import type { Session } from '../../org.ts';
import type { DeployOptions } from './options.ts';
import type { DeployResult } from './result.ts';

/** What is kept of a deploy: its result, and for a validation the package, so that it can be deployed quickly. */
export interface KeptDeploy {
  readonly result: DeployResult;
  readonly zip?: Uint8Array;
  readonly options: DeployOptions;
}

/** Older results are dropped, as the platform drops them after some days. */
const KEPT = 100;

export function keepDeploy(session: Session, kept: KeptDeploy): void {
  const documents = session.org.store.documents('deploy');
  documents.put(kept.result.id, kept);
  const keys = documents
    .entries()
    .map(([key]) => key)
    .sort();
  for (const key of keys.slice(0, Math.max(0, keys.length - KEPT))) documents.delete(key);
}
