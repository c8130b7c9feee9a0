import { actionRoutes } from './actions/action-routes.ts';
import { connectedAppRoutes } from './auth/connected-apps.ts';
import { tokenRoutes } from './auth/token-routes.ts';
import type { TokenStore } from './auth/token-store.ts';
import { sessionRoutes } from './auth/session-routes.ts';
import type { BulkJobs } from './bulk/bulk-jobs.ts';
import { ingestRoutes } from './bulk/ingest-routes.ts';
import { queryJobRoutes } from './bulk/query-job-routes.ts';
import { metadataRestRoutes } from '../metadata/rest.ts';
import type { PathRunner } from '../flow/scheduled/path-runner.ts';
import { clockRoutes } from './clock/clock-routes.ts';
import { graphqlRoutes } from './graphql/routes.ts';
import { coverageRoute } from './coverage.ts';
import { compositeRoutes } from './composite/composite-routes.ts';
import type { DailyUsage } from './daily-usage.ts';
import type { FaultList } from './faults/fault-list.ts';
import { faultRoutes } from './faults/fault-routes.ts';
import type { Dispatch } from './dispatch.ts';
import { collectionRoutes } from './rest/collection-routes.ts';
import { describeRoutes } from './rest/describe-routes.ts';
import { externalIdRoutes } from './rest/external-id-routes.ts';
import { identityRoutes } from './rest/identity-routes.ts';
import { limitRoutes } from './rest/limit-routes.ts';
import { queryRoutes } from './rest/query-routes.ts';
import { recordRoutes } from './rest/record-routes.ts';
import { replicationRoutes } from './rest/replication-routes.ts';
import { versionRoutes } from './rest/version-routes.ts';
import type { Route } from './route.ts';
import { soapRoutes } from './soap-routes.ts';
import { toolingRoutes } from './tooling/tooling-routes.ts';
import { uiApiRoutes } from './ui-api/routes.ts';

export interface RouteServices {
  readonly dispatch: Dispatch;
  readonly tokens: TokenStore;
  readonly usage: DailyUsage;
  readonly bulk: BulkJobs;
  readonly paths: PathRunner;
  readonly faults: FaultList;
}

/** Everything that the local org answers. */
export function buildRoutes({ dispatch, tokens, usage, bulk, paths, faults }: RouteServices): readonly Route[] {
  const routes: Route[] = [
    ...versionRoutes,
    ...identityRoutes,
    ...sessionRoutes(tokens),
    ...tokenRoutes(tokens),
    ...connectedAppRoutes,
    ...limitRoutes(usage),
    ...queryRoutes,
    ...describeRoutes,
    ...replicationRoutes,
    ...recordRoutes,
    ...externalIdRoutes,
    ...collectionRoutes,
    ...compositeRoutes(dispatch),
    ...ingestRoutes(bulk.jobs, bulk.runner),
    ...queryJobRoutes(bulk, usage),
    ...actionRoutes,
    ...clockRoutes(paths),
    ...faultRoutes(faults),
    ...toolingRoutes,
    ...metadataRestRoutes,
    ...soapRoutes,
    ...uiApiRoutes,
    ...graphqlRoutes,
    coverageRoute(() => routes),
  ];
  return routes;
}
