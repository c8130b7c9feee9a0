import type { Route } from '../route.ts';
import { identityUrl } from './organization.ts';

/** What the org serves; any version from 31.0 on is accepted, as on a real org of its release. */
const SEASONS = ['Spring', 'Summer', 'Winter'];
const OLDEST = 31;
const NEWEST = 66;

export const NEWEST_VERSION = `${NEWEST}.0`;

/** Version 66.0 is Spring '26; three releases a year. */
function releaseName(version: number): string {
  const releases = version - NEWEST;
  const season = SEASONS[((releases % 3) + 3) % 3] as string;
  const year = 26 + Math.floor(releases / 3) + (season === 'Winter' ? 1 : 0);
  return `${season} '${String(year).padStart(2, '0')}`;
}

const versions = Array.from({ length: NEWEST - OLDEST + 1 }, (_, index) => {
  const version = `${OLDEST + index}.0`;
  return { label: releaseName(OLDEST + index), url: `/services/data/v${version}`, version };
});

/** Resource name → path below the version. Only what the local org answers is listed. */
const RESOURCES = [
  'tooling',
  'metadata',
  'query',
  'queryAll',
  'composite',
  'limits',
  'sobjects',
  'ui-api',
  'jobs',
  'graphql',
];

export const versionRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/services/data',
    feature: 'Versions',
    authenticated: false,
    handle: () => ({ status: 200, body: versions }),
  },
  {
    method: 'GET',
    pattern: '/services/data/:version',
    feature: 'Resources by Version',
    handle: ({ urlBase, session, headers }) => {
      const listed = Object.fromEntries(RESOURCES.map((name) => [name, `${urlBase}/${name}`]));
      return { status: 200, body: { ...listed, identity: identityUrl(session, headers['host']) } };
    },
  },
];
