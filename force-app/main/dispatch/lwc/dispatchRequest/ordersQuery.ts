import { gql } from 'lightning/graphql';

/** One request for the card: the deal, its orders with their needs, people and results, and what its gates ask for. */
export const ORDERS_QUERY = gql`
  query ordersOfOpportunity($id: ID!) {
    uiapi {
      query {
        MF_Deal__c(where: { Opportunity__c: { eq: $id } }, first: 1) {
          edges {
            node {
              Id
              Current_Gate__c {
                value
              }
              Gross_Margin__c @optional {
                value
              }
              Win_Probability_Adjusted__c @optional {
                value
              }
              Strategic_Tier__c @optional {
                value
                label
              }
              Tender_Deadline__c @optional {
                value
              }
              Showcase__c @optional {
                value
              }
              Presales_Budget__c @optional {
                value
              }
              Presales_Spent__c @optional {
                value
              }
              Current_Gate__r {
                Score__c {
                  value
                }
              }
              Opportunity__r {
                IsClosed {
                  value
                }
                MF_Stage_Order__c {
                  value
                }
              }
            }
          }
        }
        MF_Dispatch__c(
          where: { Deal__r: { Opportunity__c: { eq: $id } } }
          orderBy: { Name: { order: DESC } }
          first: 100
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              Status__c {
                value
                label
              }
              Status_Reason__c {
                value
              }
              Purpose__c {
                value
                label
              }
              Deliverable__c {
                value
              }
              Emergency__c {
                value
              }
              Emergency_Reason__c {
                value
              }
              Emergency_Approved_By__c {
                value
              }
              Region__c {
                value
                label
              }
              Hours__c {
                value
              }
              Headcount__c {
                value
              }
              First_Week__c {
                value
              }
              Last_Week__c {
                value
              }
              Rank__c {
                value
              }
              Worth__c @optional {
                value
              }
              Serving_Worth__c {
                value
              }
              Explanation_En__c {
                value
              }
              Explanation_Zh__c {
                value
              }
              Requester__c {
                value
              }
              Requester__r {
                Name {
                  value
                }
              }
              Submitted_At__c {
                value
              }
              First_Answered_At__c {
                value
              }
              Sla_Due__c {
                value
              }
              Sla_Met__c {
                value
              }
              Satisfaction__c @optional {
                value
              }
            }
          }
        }
        MF_Dispatch_Skill__c(where: { Dispatch__r: { Deal__r: { Opportunity__c: { eq: $id } } } }, first: 500) {
          edges {
            node {
              Id
              Dispatch__c {
                value
              }
              Skill__c {
                value
              }
              Level__c {
                value
              }
              Weight__c {
                value
              }
              Mandatory__c {
                value
              }
              Skill__r {
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
        MF_Booking__c(where: { Dispatch__r: { Deal__r: { Opportunity__c: { eq: $id } } } }, first: 500) {
          edges {
            node {
              Id
              Dispatch__c {
                value
              }
              Hours__c {
                value
              }
              Status__c {
                value
              }
              Resource_Week__r {
                Resource__r {
                  Name {
                    value
                  }
                }
              }
            }
          }
        }
        MF_Deliverable__c(where: { Deal__r: { Opportunity__c: { eq: $id } } }, first: 200) {
          edges {
            node {
              Id
              Name {
                value
              }
              Dispatch__c {
                value
              }
              Link__c {
                value
              }
              Accepted__c {
                value
              }
              Quality__c @optional {
                value
              }
            }
          }
        }
        MF_Check__c(
          where: { and: [{ Gate__r: { Deal__r: { Opportunity__c: { eq: $id } } } }, { Kind__c: { eq: "Dispatch" } }] }
          first: 50
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
              Status__c {
                value
              }
              Mandatory__c {
                value
              }
              Blocking__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;
