import type { Org } from '../../org.ts';
import { PathQueue } from './path-queue.ts';
import { runDuePaths } from './run-due-paths.ts';

export interface PathRunner {
  /** Runs now whatever is due, as after a move of the clock; gives how many. */
  runNow(): number;
  stop(): void;
}

/** The clock may be moved and a timer cannot wait for ever: it looks again at least this often. */
const LONGEST_WAIT_MS = 60_000;

/** Runs what waits when its time comes, one group after another with requests in between. */
export function startPathRunner(org: Org): PathRunner {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const wait = (): void => {
    clearTimeout(timer);
    const due = stopped ? undefined : new PathQueue(org.store).nextDue();
    if (due === undefined) return;
    timer = setTimeout(turn, Math.min(LONGEST_WAIT_MS, Math.max(0, due - org.now())));
    timer.unref();
  };
  const turn = (): void => {
    try {
      if (!stopped) runDuePaths(org, 1);
      wait();
    } catch (error) {
      process.stderr.write(`Scheduled paths: ${String(error)}\n`);
      timer = setTimeout(turn, LONGEST_WAIT_MS).unref();
    }
  };
  org.pathsWait = wait;
  wait();
  return {
    runNow() {
      const ran = runDuePaths(org);
      wait();
      return ran;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      delete org.pathsWait;
    },
  };
}
