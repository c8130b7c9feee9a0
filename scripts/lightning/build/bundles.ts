import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { entryOf } from './lwc-plugin.ts';
import type { Bundle } from './transform.ts';

const require = createRequire(import.meta.url);
export const BASE_PACKAGE = dirname(require.resolve('lightning-base-components/package.json'));
export const SLDS_PACKAGE = dirname(require.resolve('@salesforce-ux/design-system/package.json'));
export const LIGHTNING_DIR = dirname(import.meta.dirname);

function bundlesUnder(dir: string, namespace: string): Bundle[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => ({ namespace, name: entry.name, dir: join(dir, entry.name) }))
    .filter((bundle) => entryOf(bundle) !== undefined);
}

/** Salesforce's own base components as published. */
export const baseBundles = (): Bundle[] => bundlesUnder(join(BASE_PACKAGE, 'src/lightning'), 'lightning');

/** What the platform adds to them in an org: `lightning/uiRecordApi`, record forms, navigation. */
export const platformBundles = (): Bundle[] => bundlesUnder(join(LIGHTNING_DIR, 'platform'), 'lightning');

/** The frame around the pages. */
export const shellBundles = (): Bundle[] => bundlesUnder(join(LIGHTNING_DIR, 'shell'), 'host');

/** The project's components: `<feature>/lwc/<bundle>` anywhere below the source folder. */
export function projectBundles(sourceDir: string): Bundle[] {
  const found: Bundle[] = [];
  const walk = (dir: string): void => {
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      const path = join(dir, entry.name);
      if (entry.name === 'lwc') found.push(...bundlesUnder(path, 'c'));
      else walk(path);
    }
  };
  walk(sourceDir);
  return found;
}
