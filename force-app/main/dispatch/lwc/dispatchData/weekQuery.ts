import { gql } from 'lightning/graphql';

/** Weeks and absences of some people: up to 150, so that twelve weeks of each fit into one answer. */
export const WEEK_QUERY = gql`
  query weeksOfPeople($people: [ID], $from: Date!, $to: Date!) {
    uiapi {
      query {
        MF_Resource_Week__c(
          where: {
            and: [
              { Resource__c: { in: $people } }
              { Week_Start__c: { gte: { value: $from } } }
              { Week_Start__c: { lte: { value: $to } } }
            ]
          }
          first: 2000
        ) {
          edges {
            node {
              Id
              Resource__c {
                value
              }
              Week_Start__c {
                value
              }
              Capacity__c {
                value
              }
              Booked_Hours__c {
                value
              }
              Proposed_Hours__c {
                value
              }
            }
          }
        }
        MF_Absence__c(
          where: {
            and: [
              { Resource__c: { in: $people } }
              { From__c: { lte: { value: $to } } }
              { To__c: { gte: { value: $from } } }
            ]
          }
          first: 2000
        ) {
          edges {
            node {
              Id
              Resource__c {
                value
              }
              From__c {
                value
              }
              To__c {
                value
              }
              Hours_Per_Week__c {
                value
              }
              Kind__c {
                value
                label
              }
            }
          }
        }
      }
    }
  }
`;
