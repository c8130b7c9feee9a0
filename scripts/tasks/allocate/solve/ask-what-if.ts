import { Worker } from 'node:worker_threads';
import type { SolveQuestion } from './solve.ts';

export interface WhatIfQuestion extends Pick<SolveQuestion, 'orders' | 'people' | 'formula' | 'seconds'> {
  readonly orderId: string;
}

/** What it takes to give the order to somebody else. */
export interface Change {
  readonly personId: string;
  /** Objective that the best plan with the person gives up; 0 where another plan is as good. */
  readonly loss: number;
  /** The order itself and all others whose people would change. */
  readonly moves: readonly {
    readonly orderId: string;
    readonly from: readonly string[];
    readonly to: readonly string[];
  }[];
}

export type WhatIfMessage = { readonly kind: 'change'; readonly change: Change } | { readonly kind: 'done' };

/** Seconds the solver may take beyond its limit. */
const GRACE = 3;

/**
 * By person, as far as the time allows; nobody when the best plan of all could not be proved in it. In a thread of its own,
 * as the solver itself.
 * @throws the reason of the signal when aborted
 */
export async function askWhatIf(question: WhatIfQuestion, signal?: AbortSignal): Promise<ReadonlyMap<string, Change>> {
  signal?.throwIfAborted();
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./what-if-worker.${extension}`, import.meta.url), {
    workerData: question,
    execArgv: [],
  });
  const changes = new Map<string, Change>();
  try {
    return await new Promise((resolve, reject) => {
      const late = setTimeout(() => resolve(changes), (question.seconds + GRACE) * 1000);
      worker.once('exit', () => clearTimeout(late));
      worker.on('error', reject);
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      worker.on('message', (message: WhatIfMessage) => {
        if (message.kind === 'done') resolve(changes);
        else changes.set(message.change.personId, message.change);
      });
    });
  } finally {
    await worker.terminate();
  }
}
