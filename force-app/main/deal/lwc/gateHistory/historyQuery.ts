import { gql } from 'lightning/graphql';

/** The log of the deal, and the checks that were waived: the log knows them by id and English title. */
export const HISTORY_QUERY = gql`
  query historyOfOpportunity($id: ID!) {
    uiapi {
      query {
        MF_Event_Log__c(
          where: { Deal__r: { Opportunity__c: { eq: $id } } }
          orderBy: { Happened_On__c: { order: DESC } }
          first: 500
        ) {
          edges {
            node {
              Id
              Kind__c {
                value
                label
              }
              Subject_Id__c {
                value
              }
              Subject__c {
                value
              }
              Before__c {
                value
              }
              After__c {
                value
              }
              Reason__c {
                value
              }
              Who_Name__c {
                value
              }
              CreatedBy {
                FirstName {
                  value
                }
                LastName {
                  value
                }
                Name {
                  value
                }
              }
              Happened_On__c {
                value
              }
            }
          }
        }
        MF_Waiver__c(where: { Deal__r: { Opportunity__c: { eq: $id } } }, first: 100) {
          edges {
            node {
              Id
              Check__c {
                value
              }
              Check__r {
                Title_En__c {
                  value
                }
                Title_Zh__c {
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
