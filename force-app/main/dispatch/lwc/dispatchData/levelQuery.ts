import { gql } from 'lightning/graphql';

/** Who knows a skill, and how well. */
export const LEVEL_QUERY = gql`
  query levelsOfSkill($skill: ID!) {
    uiapi {
      query {
        MF_Resource_Skill__c(where: { and: [{ Skill__c: { eq: $skill } }, { Level__c: { gte: 1 } }] }, first: 2000) {
          edges {
            node {
              Id
              Resource__c {
                value
              }
              Level__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;
