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
    maxWorkers: 2,
    // No test mocks a module or changes its state; to load the clients anew for every file costs seconds each.
    isolate: false,
    sequence: { sequencer: SlowestFirst },
  },
});
