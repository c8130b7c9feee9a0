import { gql } from 'lightning/graphql';

/** The latest runs, the newest first: progress of one that is asked for, figures of the last one. */
export const RUN_QUERY = gql`
  query latestRuns {
    uiapi {
      query {
        MF_Allocation_Run__c(orderBy: { CreatedDate: { order: DESC } }, first: 10) {
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
              Step__c @optional {
                value
              }
              Mode__c {
                value
                label
              }
              Objective__c {
                value
              }
              Bound__c {
                value
              }
              Gap__c {
                value
              }
              Proof__c {
                value
              }
              No_Envy_Price__c {
                value
              }
              Orders__c {
                value
              }
              Served__c {
                value
              }
              People__c {
                value
              }
              Hours__c {
                value
              }
              Fill_Rate__c {
                value
              }
              Worth_Coverage__c {
                value
              }
              Held_Envy__c {
                value
              }
              Idle_Envy__c {
                value
              }
              Weighted_Jain__c {
                value
              }
              Load_Gini__c {
                value
              }
              Overrides__c {
                value
              }
              Message__c {
                value
              }
              Run_Key__c {
                value
              }
              CreatedDate {
                value
              }
              Claimed_At__c @optional {
                value
              }
              Finished_At__c {
                value
              }
              CreatedBy {
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
