import { gql } from 'lightning/graphql';

/** One request for everything the panel shows: the deal, its gates, their checks and the waivers asked for. */
export const GATE_QUERY = gql`
  query gateOfOpportunity($id: ID!) {
    uiapi {
      query {
        Opportunity(where: { Id: { eq: $id } }, first: 1) {
          edges {
            node {
              Id
              StageName {
                value
                label
              }
              IsClosed {
                value
              }
              IsWon {
                value
              }
              MF_Deal_Type__c {
                value
                label
              }
            }
          }
        }
        MF_Deal__c(where: { Opportunity__c: { eq: $id } }, first: 1) {
          edges {
            node {
              Id
              Current_Gate__c {
                value
              }
              Phase__c {
                value
              }
              Is_Conditional__c {
                value
              }
              Has_Lapsed_Condition__c {
                value
              }
            }
          }
        }
        MF_Gate__c(
          where: { Deal__r: { Opportunity__c: { eq: $id } } }
          orderBy: { Stage_Order__c: { order: ASC } }
          first: 30
        ) {
          edges {
            node {
              Id
              Stage__c {
                value
              }
              Stage_Value__c {
                value
              }
              Stage_Order__c {
                value
              }
              After_Win__c {
                value
              }
              Is_Met__c {
                value
              }
              Score__c {
                value
              }
              Threshold__c {
                value
              }
              Planned_Checks__c {
                value
              }
              Open_Mandatory__c {
                value
              }
              Open_Blocking__c {
                value
              }
              Left_On__c {
                value
              }
              Stage__r {
                Name {
                  value
                }
                Name_Zh__c {
                  value
                }
                Guidance_En__c {
                  value
                }
                Guidance_Zh__c {
                  value
                }
              }
            }
          }
        }
        MF_Check__c(
          where: { Gate__r: { Deal__r: { Opportunity__c: { eq: $id } } } }
          orderBy: { Order__c: { order: ASC } }
          first: 300
        ) {
          edges {
            node {
              Id
              Gate__c {
                value
              }
              Title_En__c {
                value
              }
              Title_Zh__c {
                value
              }
              Kind__c {
                value
                label
              }
              Status__c {
                value
              }
              Weight__c {
                value
              }
              Mandatory__c {
                value
              }
              Blocking__c {
                value
              }
              Role_Key__c {
                value
              }
              Answer__c {
                value
              }
              Evidence__c {
                value
              }
              Dispatch__c {
                value
              }
              Dispatch__r {
                Name {
                  value
                }
              }
              Evidence_Required__c {
                value
              }
              Due_On__c {
                value
              }
              Expires_On__c {
                value
              }
              Validity_Days__c {
                value
              }
              Waived__c {
                value
              }
              Waived_Until__c {
                value
              }
              Assignee__c {
                value
              }
              Assignee__r {
                Name {
                  value
                }
              }
              Definition__r {
                Why_En__c {
                  value
                }
                Why_Zh__c {
                  value
                }
                Answer_Type__c {
                  value
                }
                Options_En__c {
                  value
                }
                Options_Zh__c {
                  value
                }
                Regulation_Source__c {
                  value
                }
                Owner_Role__r {
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
        MF_Waiver__c(
          where: { and: [{ Deal__r: { Opportunity__c: { eq: $id } } }, { Status__c: { eq: "Requested" } }] }
          first: 50
        ) {
          edges {
            node {
              Id
              Check__c {
                value
              }
              Reason__c {
                value
              }
              Expires_On__c {
                value
              }
              Requested_By__c {
                value
              }
              Requested_By__r {
                Name {
                  value
                }
              }
              Approver__c {
                value
              }
              Compliance_By__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;
