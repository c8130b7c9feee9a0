import { callsUnderWay } from '../platform/data/org-fetch.ts';
import { componentsLoading } from './load-component.ts';

const FRAME = 16;
const PATIENCE = 3_000;

/**
 * Resolves once the page waits for neither a component nor the org, at the latest after three seconds. The long standard parts of a record page wait for
 * it: what the page is about asks first and is drawn first.
 */
export async function quiet(): Promise<void> {
  const frame = (): Promise<void> => new Promise((done) => setTimeout(done, FRAME));
  const end = performance.now() + PATIENCE;
  let still = 0;
  while (still < 2 && performance.now() < end) {
    await frame();
    still = callsUnderWay() + componentsLoading() === 0 ? still + 1 : 0;
  }
}
