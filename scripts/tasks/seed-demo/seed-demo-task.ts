import { assignPermissionSets } from '../assign-permission-sets.ts';
import type { Task, TaskContext } from '../task.ts';
import { applyDeals } from './apply-deals.ts';
import { applyDecisions } from './apply-decisions.ts';
import { applyPeople } from './apply-people.ts';
import { applyProgress } from './apply-progress.ts';
import { applyTeam } from './apply-team.ts';
import { closeDeals } from './close-deals.ts';
import { applyDispatch } from './dispatch/apply-dispatch.ts';
import { planSeed, usernameOf, type SeedInput, type SeedPlan, type SeedState } from './plan-seed.ts';
import { readSeed } from './read-seed.ts';

export interface SeedOutcome {
  readonly people: number;
  readonly accounts: number;
  readonly opportunities: number;
  readonly engineers: number;
  readonly orders: number;
}

/** What the seeding itself needs: to take deals over at any stage, decide on them, assign checks, close deals and take over orders of the past. */
const seedingSets = [
  'MF_Playbook_Admin',
  'MF_Dispatcher',
  'MF_Worker',
  'MF_Gate_Bypass',
  'MF_Approver',
  'MF_Role_Head',
  // Nominations are a seller's.
  'MF_Seller',
];

/** Fills an org with the demo company. Deterministic; run again, it adds only what is missing. */
export const seedDemo: Task<SeedInput, SeedState, SeedPlan, SeedOutcome> = {
  read: readSeed,
  plan: planSeed,
  apply: applySeed,
};

async function applySeed(context: TaskContext, plan: SeedPlan): Promise<SeedOutcome> {
  await assignPermissionSets(context.org, seedingSets);
  const users = await applyPeople(context, plan);
  const userOf = (key: string) => {
    const person = plan.people.find((candidate) => candidate.key === key);
    return person && users.get(usernameOf(person, plan.state));
  };
  const ownerId = (key: string) => userOf(key) ?? plan.state.me;
  const opportunities = await applyDeals(context, plan, ownerId);
  await applyTeam(context, plan, ownerId);
  await applyDecisions(context, plan);
  await applyProgress(context, plan, ownerId);
  await closeDeals(context, plan, opportunities);
  await applyDispatch(context, plan, userOf);
  return {
    people: plan.missingPeople.length,
    accounts: plan.missingAccounts.length,
    opportunities: plan.missingDeals.length,
    ...plan.dispatch.missing,
  };
}
