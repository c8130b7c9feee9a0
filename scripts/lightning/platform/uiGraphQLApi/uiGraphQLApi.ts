export { gql, graphql, refreshGraphQL } from '../data/graphql-client.ts';
