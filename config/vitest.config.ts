import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './slowest-first.ts';

/** unit: pure rules; local-org: real clients against the local org; e2e: whole processes. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/{unit,local-org,e2e,browser}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // One more than the two cores that a machine has at least: many tests wait for another process or for a page.
    maxWorkers: 3,
    // No test mocks a module or changes its state; to load the clients anew for every file costs seconds each.
    isolate: false,
    sequence: { sequencer: SlowestFirst },
  },
});
