import { gql } from 'lightning/graphql';

/** One request for the card. What a user may not see is left out of the answer, not refused. */
export const COST_QUERY = gql`
  query costOfOpportunity($id: ID!) {
    uiapi {
      query {
        MF_Deal__c(where: { Opportunity__c: { eq: $id } }, first: 1) {
          edges {
            node {
              Id
              Presales_Budget__c @optional {
                value
              }
              Stage_Budget__c @optional {
                value
              }
              Stop_Loss_Asked__c @optional {
                value
              }
              Presales_Spent__c @optional {
                value
              }
              Running_Cost__c @optional {
                value
              }
              Finished_Cost__c @optional {
                value
              }
              Dispatch_Expenses__c @optional {
                value
              }
              Dispatched_Hours__c {
                value
              }
              Gross_Margin__c @optional {
                value
              }
            }
          }
        }
        MF_Dispatch__c(where: { Deal__r: { Opportunity__c: { eq: $id } } }, first: 200) {
          edges {
            node {
              Id
              Name {
                value
              }
              Status__c {
                value
              }
              Stage_At_Submission__c {
                value
              }
              Planned_Hours__c {
                value
              }
              Worked_Hours__c {
                value
              }
              Planned_Cost__c @optional {
                value
              }
              Effort_Cost__c @optional {
                value
              }
              Travel_Cost__c @optional {
                value
              }
              Lab_Cost__c @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;
