import { callsUnderWay } from '../platform/data/org-fetch.ts';

const FRAME = 16;
const PATIENCE = 1_000;

/**
 * Resolves once the org owes the page nothing, at the latest after a second. The long standard parts of a record page wait for
 * it: what the page is about asks first and is drawn first.
 */
export async function quiet(): Promise<void> {
  const frame = (): Promise<void> => new Promise((done) => setTimeout(done, FRAME));
  const end = performance.now() + PATIENCE;
  for (let still = 0; still < 2 && performance.now() < end; still = callsUnderWay() === 0 ? still + 1 : 0)
    await frame();
}
