import { gql } from 'lightning/graphql';

/** What a dispatcher decides by: needs, candidates, bookings and the words of the allocation. */
export const ORDER_QUERY = gql`
  query orderOfBoard($id: ID!) {
    uiapi {
      query {
        MF_Dispatch__c(where: { Id: { eq: $id } }, first: 1) {
          edges {
            node {
              Id
              Explanation_En__c {
                value
              }
              Explanation_Zh__c {
                value
              }
            }
          }
        }
        MF_Dispatch_Skill__c(where: { Dispatch__c: { eq: $id } }, first: 50) {
          edges {
            node {
              Id
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
                Key__c {
                  value
                }
              }
            }
          }
        }
        MF_Candidate__c(
          where: { Dispatch__c: { eq: $id } }
          orderBy: { Rank__c: { order: ASC, nulls: LAST } }
          first: 100
        ) {
          edges {
            node {
              Id
              Resource__c {
                value
              }
              Rank__c {
                value
              }
              Eligible__c {
                value
              }
              Chosen__c {
                value
              }
              Fit__c {
                value
              }
              Skill__c {
                value
              }
              Availability__c {
                value
              }
              Locality__c {
                value
              }
              Cost__c @optional {
                value
              }
              Why_Not_En__c {
                value
              }
              Why_Not_Zh__c {
                value
              }
              Resource__r {
                Name {
                  value
                }
                Unit__c {
                  value
                }
                Region__c {
                  value
                  label
                }
              }
            }
          }
        }
        MF_Booking__c(where: { Dispatch__c: { eq: $id } }, first: 500) {
          edges {
            node {
              Id
              Status__c {
                value
              }
              Hours__c {
                value
              }
              Answer__c {
                value
              }
              Booking_Key__c {
                value
              }
              Resource_Week__c {
                value
              }
              Resource_Week__r {
                Week_Start__c {
                  value
                }
                Resource__c {
                  value
                }
                Resource__r {
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
  }
`;
