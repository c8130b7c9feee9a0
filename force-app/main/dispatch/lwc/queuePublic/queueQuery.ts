import { gql } from 'lightning/graphql';

/** The public lines of all orders that wait or are being served, and which orders are the reader's own. */
export const QUEUE_QUERY = gql`
  query publicQueue($me: ID!) {
    uiapi {
      query {
        MF_Queue_Line__c(
          where: {
            and: [
              { Order__c: { ne: null } }
              { Status__c: { in: ["Submitted", "Validated", "Deferred", "Proposed", "Confirmed", "In progress"] } }
            ]
          }
          orderBy: { Worth__c: { order: DESC, nulls: LAST } }
          first: 2000
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              Order__c {
                value
              }
              Status__c {
                value
                label
              }
              Worth__c {
                value
              }
              Serving_Worth__c {
                value
              }
              Region__c {
                value
                label
              }
              Purpose__c {
                value
                label
              }
              Hours__c {
                value
              }
              Headcount__c {
                value
              }
              First_Week__c {
                value
              }
              Last_Week__c {
                value
              }
              Submitted_At__c {
                value
              }
              Emergency__c {
                value
              }
              Override__c {
                value
              }
              Status_Reason__c {
                value
              }
              Explanation_En__c {
                value
              }
              Explanation_Zh__c {
                value
              }
            }
          }
        }
        MF_Dispatch__c(where: { Requester__c: { eq: $me } }, first: 2000) {
          edges {
            node {
              Id
              Deal__r {
                Opportunity__r {
                  Name {
                    value
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;
