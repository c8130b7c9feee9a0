import { gql } from 'lightning/graphql';

/** The open orders, the people and the calendar. */
export const BOARD_QUERY = gql`
  query dispatchBoard($from: Date!, $to: Date!) {
    uiapi {
      query {
        MF_Dispatch__c(
          where: { Status__c: { in: ["Submitted", "Validated", "Deferred", "Proposed"] } }
          orderBy: { Worth__c: { order: DESC, nulls: LAST } }
          first: 2000
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              Status__c {
                value
                label
              }
              Worth__c {
                value
              }
              Worth_Breakdown__c {
                value
              }
              Worth_Capped__c {
                value
              }
              Rank__c {
                value
              }
              Serving_Worth__c {
                value
              }
              Purpose__c {
                value
                label
              }
              Deliverable__c {
                value
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
              Region__c {
                value
                label
              }
              Submitted_At__c {
                value
              }
              Sla_Due__c {
                value
              }
              First_Answered_At__c {
                value
              }
              Emergency__c {
                value
              }
              Override__c {
                value
              }
              Override_Loss__c {
                value
              }
              Status_Reason__c {
                value
              }
              Planned_Hours__c {
                value
              }
              LastModifiedDate {
                value
              }
              Lead__r {
                Name {
                  value
                }
              }
              Deal__r {
                Opportunity__r {
                  Name {
                    value
                  }
                }
              }
            }
          }
          pageInfo {
            hasNextPage
          }
        }
        MF_Resource__c(where: { Active__c: { eq: true } }, orderBy: { Name: { order: ASC } }, first: 2000) {
          edges {
            node {
              Id
              Name {
                value
              }
              Unit__c {
                value
              }
              Region__c {
                value
                label
              }
              Weekly_Hours__c {
                value
              }
              Grade__c {
                value
              }
            }
          }
          pageInfo {
            hasNextPage
          }
        }
        MF_Skill__c(where: { Active__c: { eq: true } }, orderBy: { Name: { order: ASC } }, first: 500) {
          edges {
            node {
              Id
              Name {
                value
              }
              Name_Zh__c {
                value
              }
              Key__c {
                value
              }
            }
          }
        }
        MF_Holiday__c(
          where: { and: [{ Date__c: { gte: { value: $from } } }, { Date__c: { lte: { value: $to } } }] }
          first: 500
        ) {
          edges {
            node {
              Id
              Date__c {
                value
              }
              Is_Worked__c {
                value
              }
              Region__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;
