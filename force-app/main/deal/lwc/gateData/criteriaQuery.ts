import { gql } from 'lightning/graphql';

/** The field criteria of one stage. They are no checks: each is a validation rule, shown live before the save. */
export const CRITERIA_QUERY = gql`
  query criteriaOfStage($stage: ID!) {
    uiapi {
      query {
        MF_Check_Definition__c(
          where: { and: [{ Stage__c: { eq: $stage } }, { Kind__c: { eq: "Field" } }] }
          orderBy: { Order__c: { order: ASC } }
          first: 50
        ) {
          edges {
            node {
              Id
              Title_En__c {
                value
              }
              Title_Zh__c {
                value
              }
              Criterion_Field__c {
                value
              }
              Criterion_Operator__c {
                value
              }
              Criterion_Value__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;
