import { gql } from 'lightning/graphql';

/** Asked for when somebody closes a check with an order, not by everybody who looks at the gate. */
export const ORDER_QUERY = gql`
  query acceptedOrders($deal: ID!) {
    uiapi {
      query {
        MF_Dispatch__c(
          where: { and: [{ Deal__c: { eq: $deal } }, { Status__c: { in: ["Accepted", "Closed"] } }] }
          orderBy: { Name: { order: ASC } }
          first: 100
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              Deliverable__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;
