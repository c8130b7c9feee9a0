import type { Task } from '../task.ts';
import type { AllocationState } from './allocation-state.ts';
import { applyAllocation, type AllocationOutcome } from './apply-allocation.ts';
import { type AllocateInput, type AllocationPlan, planAllocation } from './plan-allocation.ts';
import { readAllocation } from './read-allocation.ts';

/** Gives the engineers to the worthiest orders and writes down why; nothing is confirmed by it. */
export const allocate: Task<AllocateInput, AllocationState, AllocationPlan, AllocationOutcome> = {
  read: async (context, { formula }) => ({ ...(await readAllocation(context)), ...(formula ? { formula } : {}) }),
  plan: planAllocation,
  apply: (context, plan) => applyAllocation(context, plan),
};
