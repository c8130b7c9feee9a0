import { gql } from 'lightning/graphql';

/** Levels of a person, and what the weeks of the window already hold. */
export const PERSON_QUERY = gql`
  query personOfProposal($id: ID!, $from: Date!, $to: Date!) {
    uiapi {
      query {
        MF_Resource_Skill__c(where: { Resource__c: { eq: $id } }, first: 500) {
          edges {
            node {
              Id
              Skill__c {
                value
              }
              Level__c {
                value
              }
            }
          }
        }
        MF_Resource_Week__c(
          where: {
            and: [
              { Resource__c: { eq: $id } }
              { Week_Start__c: { gte: { value: $from } } }
              { Week_Start__c: { lte: { value: $to } } }
            ]
          }
          first: 60
        ) {
          edges {
            node {
              Id
              Week_Start__c {
                value
              }
              Capacity__c {
                value
              }
              Booked_Hours__c {
                value
              }
            }
          }
        }
        MF_Booking__c(
          where: {
            and: [
              { Resource_Week__r: { Resource__c: { eq: $id } } }
              { Status__c: { in: ["Proposed", "Confirmed"] } }
              { Resource_Week__r: { Week_Start__c: { gte: { value: $from } } } }
              { Resource_Week__r: { Week_Start__c: { lte: { value: $to } } } }
            ]
          }
          first: 500
        ) {
          edges {
            node {
              Id
              Status__c {
                value
                label
              }
              Hours__c {
                value
              }
              Dispatch__c {
                value
              }
              Dispatch__r {
                Name {
                  value
                }
                Worth__c {
                  value
                }
              }
              Resource_Week__r {
                Week_Start__c {
                  value
                }
              }
            }
          }
        }
      }
    }
  }
`;
