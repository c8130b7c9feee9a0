import type { Access } from '../access/contract.ts';
import type { Session } from '../org.ts';
import type { Schema } from '../schema/model.ts';
import type { QueryOptions } from './contract.ts';
import type { CompiledSelect } from './resolve/compile-select.ts';

/** Compiled queries of one schema, one user's rights and one set of flags. */
export type Plans = Map<string, CompiledSelect>;

const PLANS = 1_000;
const RIGHTS = 200;

/** Keeps what depends on a query's text, the schema and the rights alone. */
export class PlanCache {
  #schema: Schema | undefined;
  /** By flags and fingerprint; the oldest go first. */
  readonly #byRights = new Map<string, Plans>();
  /** The same found without putting a key together; a session asks many times. */
  #bySession = new WeakMap<Access, (Plans | undefined)[]>();

  of({ access, org }: Session, options: QueryOptions): Plans {
    const schema = org.schema();
    if (schema !== this.#schema) this.#forget(schema);
    const enforce = options.enforceAccess !== false;
    const flags = (options.all === true ? 4 : 0) + (options.tooling === true ? 2 : 0) + (enforce ? 1 : 0);
    let known = this.#bySession.get(access);
    if (!known) this.#bySession.set(access, (known = Array<Plans | undefined>(8).fill(undefined)));
    return (known[flags] ??= this.#plans(`${flags}/${enforce ? access.fingerprint : ''}`));
  }

  #forget(schema: Schema): void {
    this.#schema = schema;
    this.#byRights.clear();
    this.#bySession = new WeakMap();
  }

  #plans(key: string): Plans {
    let plans = this.#byRights.get(key);
    if (!plans) this.#byRights.set(key, (plans = new Map<string, CompiledSelect>()));
    dropOldest(this.#byRights, RIGHTS);
    return plans;
  }
}

export function keepPlan(plans: Plans, key: string, plan: CompiledSelect): void {
  plans.set(key, plan);
  dropOldest(plans, PLANS);
}

function dropOldest(map: Map<string, unknown>, capacity: number): void {
  const [oldest] = map.keys();
  if (map.size > capacity && oldest !== undefined) map.delete(oldest);
}
