import type { Route } from './route.ts';

export interface CoverageEntry {
  readonly method: string;
  readonly pattern: string;
  readonly feature: string;
}

/** What the local org answers, derived from the routes themselves: the router and this list cannot differ. */
export function coverageOf(routes: readonly Route[]): CoverageEntry[] {
  return routes
    .map(({ method, pattern, feature }) => ({ method, pattern, feature }))
    .sort((a, b) => (a.pattern === b.pattern ? compare(a.method, b.method) : compare(a.pattern, b.pattern)));
}

export function coverageRoute(routes: () => readonly Route[]): Route {
  return {
    method: 'GET',
    pattern: '/services/local-org/coverage',
    feature: 'List of everything that is answered (local org only)',
    handle: () => ({ status: 200, body: coverageOf(routes()) }),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
