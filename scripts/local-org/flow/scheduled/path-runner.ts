import type { Org } from '../../org.ts';
import { nextDue, runDuePaths } from './run-due-paths.ts';

export interface PathRunner {
  /** Moves the clock from one due time to the next and runs what is due by then; gives how many ran. */
  moveClock(millis: number): number;
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
    const due = stopped ? undefined : nextDue(org);
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
    moveClock(millis) {
      const target = org.now() + millis;
      let ran = 0;
      for (let due = nextDue(org); millis >= 0 && due !== undefined && due <= target; due = nextDue(org)) {
        if (due > org.now()) org.advanceClock(due - org.now());
        ran += runDuePaths(org);
      }
      if (target !== org.now()) org.advanceClock(target - org.now());
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
