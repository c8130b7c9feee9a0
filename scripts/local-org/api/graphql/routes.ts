import type { Route } from '../route.ts';
import { handleGraphql } from './handle-graphql.ts';

export const graphqlRoutes: Route[] = [
  {
    method: 'POST',
    pattern: '/services/data/:version/graphql',
    feature: 'GraphQL: uiapi queries',
    handle: handleGraphql,
  },
];
