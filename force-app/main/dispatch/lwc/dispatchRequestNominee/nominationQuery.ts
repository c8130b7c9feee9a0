import { gql } from 'lightning/graphql';

/** Whom the requester named on an order: a record that only the requester and the auditor can read. */
export const NOMINATION_QUERY = gql`
  query nominationOfOrder($order: ID) {
    uiapi {
      query {
        MF_Nomination__c(where: { Dispatch__c: { eq: $order } }, first: 1) {
          edges {
            node {
              Id
              Resource__c {
                value
              }
              Reason__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;
