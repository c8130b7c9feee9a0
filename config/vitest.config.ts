import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './slowest-first.ts';

/** unit: pure rules; local-org: real clients against the local org; e2e: whole processes. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/{unit,local-org,e2e,browser}/**/*.test.ts'],
    // These end what hangs; how long a thing takes is a matter of the benchmarks, and a busy machine takes five times as long.
    testTimeout: 240_000,
    hookTimeout: 600_000,
    pool: 'forks',
    // The tests make much that lives shortly: with more room for it the collector takes a tenth of the time less.
    execArgv: ['--max-semi-space-size=64'],
    // One more than the two cores that a machine has at least: many tests wait for another process or for a page.
    maxWorkers: 3,
    // No test mocks a module or changes its state; to load the clients anew for every file costs seconds each.
    isolate: false,
    sequence: { sequencer: SlowestFirst },
  },
});
