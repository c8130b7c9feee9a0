import { gql } from 'lightning/graphql';

/** One request for the whole page: the engineer, the weeks, their bookings and hours, the orders led, and the skills. */
export const MY_WEEK_QUERY = gql`
  query myWeeks($user: ID!, $from: Date!) {
    uiapi {
      query {
        MF_Resource__c(where: { and: [{ User__c: { eq: $user } }, { Active__c: { eq: true } }] }, first: 1) {
          edges {
            node {
              Id
              Name {
                value
              }
              Unit__c {
                value
              }
              Region__c {
                value
              }
            }
          }
        }
        MF_Resource_Week__c(
          where: { and: [{ Resource__r: { User__c: { eq: $user } } }, { Week_Start__c: { gte: { value: $from } } }] }
          first: 100
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
              { Resource_Week__r: { Resource__r: { User__c: { eq: $user } } } }
              { Resource_Week__r: { Week_Start__c: { gte: { value: $from } } } }
              { Status__c: { ne: "Cancelled" } }
            ]
          }
          first: 300
        ) {
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
                label
              }
              Answer__c {
                value
              }
              Decline_Reason__c {
                value
              }
              Hours_Confirmed_On__c {
                value
              }
              Resource_Week__r {
                Week_Start__c {
                  value
                }
              }
              Dispatch__r {
                Name {
                  value
                }
                Purpose__c {
                  value
                  label
                }
                Deliverable__c {
                  value
                }
                Deal__r {
                  Opportunity__r {
                    Name {
                      value
                    }
                  }
                }
              }
            }
          }
        }
        MF_Effort__c(
          where: { and: [{ Resource__r: { User__c: { eq: $user } } }, { Date__c: { gte: { value: $from } } }] }
          first: 500
        ) {
          edges {
            node {
              Id
              Dispatch__c {
                value
              }
              Date__c {
                value
              }
              Hours__c {
                value
              }
            }
          }
        }
        MF_Dispatch__c(
          where: { and: [{ Lead__r: { User__c: { eq: $user } } }, { Status__c: { in: ["Confirmed", "In progress"] } }] }
          first: 50
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
              Deliverable__c {
                value
              }
              Deal__c {
                value
              }
              Deal__r {
                Opportunity__r {
                  Name {
                    value
                  }
                }
              }
            }
          }
        }
        MF_Resource_Skill__c(where: { Resource__r: { User__c: { eq: $user } } }, first: 200) {
          edges {
            node {
              Id
              Self__c @optional {
                value
              }
              Level__c @optional {
                value
              }
              Valid_To__c {
                value
              }
              Is_Expired__c {
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
        MF_Holiday__c(where: { Date__c: { gte: { value: $from } } }, first: 200) {
          edges {
            node {
              Id
              Date__c {
                value
              }
              Is_Worked__c {
                value
              }
              Region__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;
