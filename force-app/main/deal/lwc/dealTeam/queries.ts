import { gql } from 'lightning/graphql';

export const TEAM_QUERY = gql`
  query teamOfOpportunity($id: ID!) {
    uiapi {
      query {
        MF_Deal__c(where: { Opportunity__c: { eq: $id } }, first: 1) {
          edges {
            node {
              Id
              Current_Gate__r {
                Stage__c {
                  value
                }
              }
            }
          }
        }
        MF_Team_Member__c(where: { Deal__r: { Opportunity__c: { eq: $id } } }, first: 200) {
          edges {
            node {
              Id
              Role__c {
                value
              }
              From_Date__c {
                value
              }
              To_Date__c {
                value
              }
              Member__r {
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
`;

export const RESPONSIBILITY_QUERY = gql`
  query responsibilitiesOfStage($stage: ID!) {
    uiapi {
      query {
        MF_Responsibility__c(where: { Stage__c: { eq: $stage } }, first: 50) {
          edges {
            node {
              Id
              Involvement__c {
                value
              }
              Role__c {
                value
              }
              Role__r {
                Key__c {
                  value
                }
                Name {
                  value
                }
                Name_Zh__c {
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
