/**
 * The CLI's base class ends the process at Ctrl-C from within its own listener, with whatever is open left open. Commands
 * that must end in order take the signals over; the second Ctrl-C then ends the process as the system does.
 */
export function takeOverSignals(): void {
  process.removeAllListeners('SIGINT');
  process.removeAllListeners('SIGTERM');
}

/** Waits for Ctrl-C or a polite kill. */
export function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      process.off('SIGINT', done);
      process.off('SIGTERM', done);
      resolve();
    };
    process.on('SIGINT', done);
    process.on('SIGTERM', done);
  });
}
