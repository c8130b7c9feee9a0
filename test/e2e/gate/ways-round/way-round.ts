import type { DealState, Outcome, Row } from '../deals.ts';
import type { GateOrg, Person } from '../gate-org.ts';

/** How far a deal is when the attack begins. */
export type Start = 'open' | 'own done' | 'met' | 'lost' | 'won' | 'second stage met' | 'kinds' | 'small and met';

export interface Attack {
  readonly org: GateOrg;
  readonly attacker: Person;
  readonly deal: DealState;
  /** Another deal of the same owner whose gate is met. */
  readonly metDeal: DealState;
  update(object: string, row: Row): Promise<Outcome>;
  create(object: string, row: Row): Promise<Outcome>;
  remove(object: string, id: string): Promise<Outcome>;
  /** The move that must be refused. */
  move(code: string, fields?: Row): Promise<Outcome>;
}

export interface WayRound {
  readonly name: string;
  readonly start: Start;
  /** Tries everything and ends with the move; its outcome must be a refusal. */
  attempt(attack: Attack): Promise<Outcome>;
  /** A rule that must speak when nothing else stops the attacker; checked for the user with broad rights and flows off. */
  readonly says?: RegExp;
}
