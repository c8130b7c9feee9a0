import type { Access } from '../access/contract.ts';
import type { Session } from '../org.ts';
import type { Schema } from '../schema/model.ts';
import type { QueryOptions } from './contract.ts';
import type { LiftedQuery } from './lift-literals.ts';
import { QueryShape } from './query-shape.ts';
import type { CompiledSelect } from './resolve/compile-select.ts';

/** A compiled query and the values that a text asks it with. */
export interface Asked {
  readonly plan: CompiledSelect;
  readonly values: readonly string[];
}

/** Compiled queries of one schema, one user's rights and one set of flags. */
export class Plans {
  readonly #byKey = new Map<string, CompiledSelect>();
  /** The last few shapes: whoever asks the same again need not have the text taken apart. */
  readonly #recent: { readonly shape: QueryShape; readonly plan: CompiledSelect }[] = [];
  #next = 0;

  get(key: string): CompiledSelect | undefined {
    return this.#byKey.get(key);
  }

  keep(key: string, plan: CompiledSelect): void {
    this.#byKey.set(key, plan);
    dropOldest(this.#byKey, PLANS);
  }

  /** For a text that was taken apart and found; `fits` is asked first the next time. */
  remember(source: string, { places, ends }: LiftedQuery, plan: CompiledSelect): void {
    this.#recent[this.#next] = { shape: new QueryShape(source, places, ends), plan };
    this.#next = (this.#next + 1) % RECENT;
  }

  fits(source: string): Asked | undefined {
    for (const { shape, plan } of this.#recent) {
      const values = shape.valuesIn(source);
      if (values !== undefined) return { plan, values };
    }
    return undefined;
  }
}

const RECENT = 4;

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
    if (!plans) this.#byRights.set(key, (plans = new Plans()));
    dropOldest(this.#byRights, RIGHTS);
    return plans;
  }
}

function dropOldest(map: Map<string, unknown>, capacity: number): void {
  const [oldest] = map.keys();
  if (map.size > capacity && oldest !== undefined) map.delete(oldest);
}
