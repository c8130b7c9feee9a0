import { gql } from 'lightning/graphql';

/** The catalogue, in the order in which it is offered. */
export const SKILLS_QUERY = gql`
  query skillsInUse {
    uiapi {
      query {
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
            }
          }
        }
      }
    }
  }
`;
