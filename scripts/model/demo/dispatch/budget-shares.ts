import type { DemoDeal } from '../deals.ts';

/** Percent of a presales budget up to the end of a stage, as the playbooks that ship say it; all of it in the other stages. */
export const budgetShares: Readonly<Record<DemoDeal['dealType'], Readonly<Record<string, number>>>> = {
  HQ_Solution: { S1: 10, S2: 30, S3: 60, S4: 85 },
  Region_Solution: { S1: 15, S2: 40 },
  Standard_Product: { P1: 30 },
};

/** Share of the budget that a deal may use now, 0-1. */
export function budgetShareOf({ dealType, stage }: DemoDeal): number {
  return (budgetShares[dealType][stage.slice(0, 2)] ?? 100) / 100;
}
