import { mkdirSync } from 'node:fs';
import { bootstrapOrg } from './access/bootstrap.ts';
import { writeSchemaRows } from './metadata/rows/schema-rows.ts';
import type { Org } from './org.ts';
import { buildSchema } from './schema/build.ts';
import type { Component, Schema } from './schema/model.ts';
import { openStore } from './store/sqlite-store.ts';
import type { Store } from './store/store.ts';

export interface OrgOptions {
  /** State folder; created when missing, for its owner only. */
  readonly dir: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** ISO code of the company's country, heard when the org is new: locale, currency and time zone follow it. */
  readonly country?: string;
}

/** Documents of this kind are deployed components; their keys are `Type:fullName`. */
export const COMPONENT_DOCUMENTS = 'component';

/** Opens what the state folder holds: a new org the first time, the same org afterwards. */
export function openOrg({ dir, now, country }: OrgOptions): Org {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const store = openStore(dir);
  try {
    const clock = store.documents('clock');
    let ahead = Number(clock.get('ahead') ?? 0);
    let schema = buildSchema(storedComponents(store), 1);
    const org: Org = {
      store,
      now: () => now() + ahead,
      advanceClock(millis) {
        ahead += millis;
        clock.put('ahead', ahead);
      },
      schema: () => schema,
      replaceSchema(next: Schema) {
        schema = next;
      },
    };
    // A folder left by a killed process or by an older build gets its missing tables in the same stroke.
    store.transaction(() => {
      store.migrate(schema);
      bootstrapOrg(org, country);
      writeSchemaRows(org, firstUserId(store));
    });
    return org;
  } catch (error) {
    store.close();
    throw error;
  }
}

function storedComponents(store: Store): Component[] {
  return store
    .documents(COMPONENT_DOCUMENTS)
    .entries()
    .map(([, component]) => component as Component);
}

function firstUserId(store: Store): string {
  return String(store.db.prepare('SELECT "Id" AS id FROM "User" ORDER BY "Id" LIMIT 1').get()?.['id'] ?? '');
}
