import { demoAccounts, type DemoAccount } from '../../model/demo/accounts.ts';
import { demoDeals, type DemoDeal } from '../../model/demo/deals.ts';
import type { DemoSize } from '../../model/demo/dispatch/size.ts';
import { demoPeople, permissionSetsOf, units, type Person } from '../../model/demo/people.ts';
import { type DispatchSeed, type DispatchSeedState, planDispatch } from './dispatch/plan-dispatch.ts';

export interface SeedInput {
  /** `personas`: the ten people of the story; `all`: everybody; `none`: you own everything (a real org has few licences). */
  readonly users: 'all' | 'personas' | 'none';
  /** How much of presales: 60 engineers and 80 orders, or 400 and 420. */
  readonly size: DemoSize;
}

export interface SeedState {
  /** Id of the running user, who owns what has no seller in this org. */
  readonly me: string;
  /** What comes after the @ of the demo's usernames in this org. */
  readonly usernameSuffix: string;
  readonly profileId: string;
  /** Today in the org, ISO date. */
  readonly today: string;
  /** What is there already: role name → id, username → id, account number → id, opportunity name → id. */
  readonly roles: ReadonlyMap<string, string>;
  readonly users: ReadonlyMap<string, string>;
  readonly accounts: ReadonlyMap<string, string>;
  readonly opportunities: ReadonlyMap<string, string>;
  /** Names of the opportunities that still bear the mark of a seeding that did not end. */
  readonly unfinished: ReadonlySet<string>;
  readonly dispatch: DispatchSeedState;
}

export interface SeedPlan {
  readonly state: SeedState;
  readonly people: readonly Person[];
  readonly missingUnits: readonly (typeof units)[number][];
  readonly missingPeople: readonly Person[];
  readonly missingAccounts: readonly DemoAccount[];
  readonly deals: readonly DemoDeal[];
  readonly missingDeals: readonly DemoDeal[];
  /** Missing ones and those that an earlier seeding left half done: their people, progress and closing are to be written. */
  readonly pendingDeals: readonly DemoDeal[];
  readonly dispatch: DispatchSeed;
}

/** Opportunity.Description from a deal's first write to its last. Without it, whatever people did since is left alone. */
export const unfinishedMark = 'Demo data is being written. If this stays, run "midfield seed demo" again.';

/** What the demo company lacks in this org. The same company every time; what is there is left as it is. Pure. */
export function planSeed(state: SeedState, input: SeedInput): SeedPlan {
  const company = demoPeople();
  const people =
    input.users === 'all' ? company : input.users === 'personas' ? company.filter((person) => person.persona) : [];
  const accounts = demoAccounts();
  const deals = demoDeals(accounts, company);
  return {
    state,
    people,
    missingUnits: people.length === 0 ? [] : units.filter((unit) => !state.roles.has(unit.name)),
    missingPeople: people.filter((person) => !state.users.has(usernameOf(person, state))),
    missingAccounts: accounts.filter((account) => !state.accounts.has(account.number)),
    deals,
    missingDeals: deals.filter((deal) => !state.opportunities.has(deal.name)),
    pendingDeals: deals.filter((deal) => !state.opportunities.has(deal.name) || state.unfinished.has(deal.name)),
    dispatch: planDispatch(state.dispatch, { today: state.today, size: input.size, deals, accounts }),
  };
}

export function isClosed(deal: DemoDeal): boolean {
  return deal.stage.startsWith('Closed');
}

export function usernameOf(person: Person, state: SeedState): string {
  return `${person.key}@${state.usernameSuffix}`;
}

export function permissionSetNames(people: readonly Person[]): string[] {
  return [...new Set(people.flatMap((person) => permissionSetsOf[person.job]))].sort();
}
