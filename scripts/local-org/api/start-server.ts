import { openSession } from '../access/open-session.ts';
import { openOrg } from '../open-org.ts';
import type { Org, Session } from '../org.ts';
import { openTokenStore, type TokenStore } from './auth/token-store.ts';
import { type BulkJobs, openBulkJobs } from './bulk/bulk-jobs.ts';
import { startPathRunner, type PathRunner } from '../flow/scheduled/path-runner.ts';
import { FaultList } from './faults/fault-list.ts';
import { createDailyUsage, type DailyUsage } from './daily-usage.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import type { HttpServices } from './http/handle-http.ts';
import { listen } from './http/listen.ts';
import { organizationId } from './rest/organization.ts';
import { NEWEST_VERSION } from './rest/version-routes.ts';
import { createRouter } from './router.ts';
import { buildRoutes } from './routes.ts';
import type { StartServer } from './server.ts';

/** What a killed process may forget to have counted. */
const KEEP_USAGE_MS = 1_000;

/** Opens the org of a folder and serves it on the loopback address. */
export const startServer: StartServer = async ({ dir, port, now = Date.now, limits, country, dailyRequests }) => {
  const org = openOrg({ dir, now, country });
  try {
    const admin = administrator(org);
    const tokens = openTokenStore(dir, organizationId(org));
    const accessToken = tokens.tokenOf(admin.id);
    const faults = new FaultList();
    const usage = createDailyUsage({
      now: () => org.now(),
      kept: org.store.documents('usage'),
      requests: dailyRequests,
    });
    const bulk = openBulkJobs(org, faults, usage);
    const paths = startPathRunner(org);
    const listener = await listen(connect({ org, tokens, usage, bulk, paths, faults }, admin.id), port, limits);
    bulk.runner.resume();
    bulk.queries.resume();
    const keeping = setInterval(() => usage.keep(), KEEP_USAGE_MS).unref();
    return {
      url: `http://127.0.0.1:${listener.port}`,
      accessToken,
      username: admin.username,
      apiVersion: NEWEST_VERSION,
      async close() {
        await listener.close();
        paths.stop();
        await bulk.runner.stop();
        await bulk.queries.stop();
        clearInterval(keeping);
        usage.keep();
        org.store.close();
      },
    };
  } catch (error) {
    org.store.close();
    throw error;
  }
};

interface Parts {
  readonly org: Org;
  readonly tokens: TokenStore;
  readonly usage: DailyUsage;
  readonly bulk: BulkJobs;
  readonly paths: PathRunner;
  readonly faults: FaultList;
}

/** The routes need the dispatcher (composite), the dispatcher needs the router, the router needs the routes. */
function connect({ org, tokens, usage, bulk, paths, faults }: Parts, adminId: string): HttpServices {
  const dispatch: Dispatch = (call) => dispatchTo(call);
  const router = createRouter(buildRoutes({ dispatch, tokens, usage, bulk, paths, faults }));
  const dispatchTo = createDispatch(router);
  return {
    router,
    dispatch,
    faults,
    openSession(token) {
      const session = sessionOf(org, tokens, token);
      if (session !== undefined) usage.check('DailyApiRequests');
      return session;
    },
    anonymousSession: () => openSession(org, adminId),
    countRequest() {
      usage.count('DailyApiRequests');
      return `api-usage=${usage.used('DailyApiRequests')}/${usage.max('DailyApiRequests')}`;
    },
  };
}

function sessionOf(org: Org, tokens: TokenStore, token: string): Session | undefined {
  const userId = tokens.userOf(token);
  return userId === undefined ? undefined : openSession(org, userId);
}

/** The user who came with the org, before anybody was added. */
function administrator(org: Org): { id: string; username: string } {
  const [row] = org.store
    .prepare(
      `SELECT u.Id AS id, u.Username AS username FROM "User" u JOIN Profile p ON p.Id = u.ProfileId
       WHERE p.Name = 'System Administrator' AND u.IsActive ORDER BY u.Id LIMIT 1`,
    )
    .all();
  if (row === undefined) throw new Error('The org has no active System Administrator.');
  return { id: String(row['id']), username: String(row['username']) };
}
