import { gql } from 'lightning/graphql';

/** The latest runs that decided something, and the latest first answers. What a reader may not know is left out. */
export const TREND_QUERY = gql`
  query fairnessTrend {
    uiapi {
      query {
        MF_Allocation_Run__c(
          where: { and: [{ Status__c: { eq: "Applied" } }, { Run_Key__c: { ne: null } }, { Orders__c: { gt: 0 } }] }
          orderBy: { Finished_At__c: { order: DESC, nulls: LAST } }
          first: 40
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              Finished_At__c {
                value
              }
              Orders__c {
                value
              }
              Served__c {
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
              Worth_Alignment__c {
                value
              }
              Connection_Bias__c @optional {
                value
              }
              Grade_Correlation__c @optional {
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
              Emergencies__c {
                value
              }
              Nominations__c @optional {
                value
              }
            }
          }
        }
        MF_Dispatch__c(
          where: { First_Answered_At__c: { ne: null } }
          orderBy: { First_Answered_At__c: { order: DESC } }
          first: 2000
        ) {
          edges {
            node {
              Id
              First_Answered_At__c {
                value
              }
              Sla_Met__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;
