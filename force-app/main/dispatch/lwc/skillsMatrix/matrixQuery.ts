import { gql } from 'lightning/graphql';

/** Who and what the matrix is made of, and what open orders ask for. */
export const FRAME_QUERY = gql`
  query matrixFrame {
    uiapi {
      query {
        MF_Resource__c(
          where: { Active__c: { eq: true } }
          orderBy: { Unit__c: { order: ASC }, Name: { order: ASC } }
          first: 2000
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              Unit__c {
                value
              }
              User__c {
                value
              }
              Manager__c {
                value
              }
            }
          }
        }
        MF_Skill__c(
          where: { Active__c: { eq: true } }
          orderBy: { Family__c: { order: ASC }, Name: { order: ASC } }
          first: 500
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              Name_Zh__c {
                value
              }
              Family__c {
                value
                label
              }
              Unit__c {
                value
              }
            }
          }
        }
        MF_Dispatch_Skill__c(
          where: {
            Dispatch__r: {
              Status__c: { in: ["Submitted", "Validated", "Proposed", "Deferred", "Confirmed", "In progress"] }
            }
          }
          first: 2000
        ) {
          edges {
            node {
              Id
              Skill__c {
                value
              }
              Level__c {
                value
              }
              Dispatch__r {
                Headcount__c {
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

/** Graded skills, two thousand at a time. */
export const GRADES_QUERY = gql`
  query matrixGrades($after: String) {
    uiapi {
      query {
        MF_Resource_Skill__c(
          where: { Resource__r: { Active__c: { eq: true } } }
          orderBy: { Skill_Key__c: { order: ASC } }
          first: 2000
          after: $after
          upperBound: 50000
        ) {
          edges {
            node {
              Id
              Resource__c {
                value
              }
              Skill__c {
                value
              }
              Level__c @optional {
                value
              }
              Self__c @optional {
                value
              }
              Manager_Grade__c @optional {
                value
              }
              Evidence__c @optional {
                value
              }
              Valid_To__c {
                value
              }
              Is_Expired__c {
                value
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`;
