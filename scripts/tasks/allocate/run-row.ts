import type { OrgRecord } from '../../salesforce/org-port.ts';
import type { AllocationPlan } from './plan-allocation.ts';

/** The record of a run but for its times and status. */
export function runRow(plan: AllocationPlan): OrgRecord {
  const { figures } = plan;
  return {
    Run_Key__c: plan.runKey,
    Mode__c: plan.mode,
    Objective__c: decimals(figures.objective, 6),
    Bound__c: decimals(figures.bound, 6),
    Gap__c: decimals(figures.gap, 8),
    Proof__c: figures.proof,
    No_Envy_Price__c: decimals(figures.noEnvyPrice, 6),
    Seed__c: 1,
    ...plan.versions,
    ...plan.counts,
    ...fairnessFields(figures.fairness),
  };
}

function fairnessFields(fairness: AllocationPlan['figures']['fairness']): OrgRecord {
  if (!fairness) return {};
  return {
    Served__c: fairness.served,
    Hours__c: decimals(fairness.hours, 2),
    Cost__c: decimals(fairness.cost, 2),
    Fill_Rate__c: decimals(fairness.fillRate, 6),
    Worth_Coverage__c: decimals(fairness.worthCoverage, 6),
    Margin_Coverage__c: decimals(fairness.marginCoverage, 6),
    Held_Envy__c: fairness.heldEnvy,
    Idle_Envy__c: fairness.idleEnvy,
    Inversions__c: fairness.inversions,
    Pairs__c: fairness.pairs,
    Worth_Alignment__c: decimals(fairness.worthAlignment, 6),
    Grade_Correlation__c: decimals(fairness.gradeCorrelation, 6),
    Connection_Bias__c: decimals(fairness.connectionBias, 6),
    Jain__c: decimals(fairness.jain, 6),
    Weighted_Jain__c: decimals(fairness.weightedJain, 6),
    Load_Gini__c: decimals(fairness.loadGini, 6),
    Unit_Access__c: JSON.stringify(
      Object.fromEntries(Object.entries(fairness.unitAccess).map(([region, share]) => [region, decimals(share, 6)])),
    ),
  };
}

/** Rounded to what the field holds; what is no number (a margin of nothing) stays blank. */
function decimals(value: number | null, places: number): number | null {
  return value === null || !Number.isFinite(value) ? null : Math.round(value * 10 ** places) / 10 ** places;
}
