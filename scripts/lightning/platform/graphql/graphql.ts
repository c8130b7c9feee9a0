export { executeMutation, gql, graphql } from '../data/graphql-client.ts';
