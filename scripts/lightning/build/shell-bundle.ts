import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LIGHTNING_DIR, platformBundles, shellBundles } from './bundles.ts';
import { combine } from './combine.ts';
import { lwcPlugin } from './lwc-plugin.ts';
import type { Resolution } from './lwc-plugin.ts';
import { stubSource } from './output-names.ts';
import { scopedModuleSource } from './scoped-modules.ts';
import type { Bundle } from './transform.ts';
import type { Vendor } from './vendor.ts';

export interface Shell {
  readonly hash: string;
  readonly dir: string;
  /** Platform modules that components may import. */
  readonly modules: readonly string[];
}

/** The platform modules and the frame, in one file; built again when one of their sources changes. */
export async function buildShell(cacheDir: string, vendor: Vendor): Promise<Shell> {
  const platform = platformBundles();
  const bundles = [...platform, ...shellBundles()];
  const modules = platform.map(({ name }) => `lightning/${name}`);
  const hash = await sourceHash(vendor);
  const dir = join(cacheDir, `shell-${hash}`);
  if (existsSync(dir)) return { hash, dir, modules };
  const unfinished = `${dir}.${process.pid}`;
  await mkdir(join(unfinished, 'lightning'), { recursive: true });
  const plugin = lwcPlugin({ resolveModule: (specifier) => resolveInShell(specifier, bundles, vendor), bundles });
  const exported = await combine({ specifiers: [...modules, 'host/app'], plugin, outDir: unfinished, name: 'shell' });
  await mkdir(join(unfinished, 'host'), { recursive: true });
  await Promise.all(
    exported.map((module) => writeFile(join(unfinished, `${module.specifier}.js`), stubSource(module, '../shell.js'))),
  );
  await rename(unfinished, dir).catch(async (cause: unknown) => {
    await rm(unfinished, { recursive: true });
    if (!existsSync(dir)) throw cause;
  });
  return { hash, dir, modules };
}

function resolveInShell(specifier: string, bundles: readonly Bundle[], vendor: Vendor): Resolution | undefined {
  if (specifier === 'lwc') return { kind: 'external' };
  const own = bundles.find(({ namespace, name }) => specifier === `${namespace}/${name}`);
  if (own !== undefined) return { kind: 'bundle', bundle: own };
  if (vendor.modules.includes(specifier)) return { kind: 'external' };
  const code = scopedModuleSource(specifier);
  return code === undefined ? undefined : { kind: 'source', code };
}

async function sourceHash(vendor: Vendor): Promise<string> {
  const hash = createHash('sha256').update(vendor.hash);
  for (const folder of ['platform', 'shell']) {
    const entries = await readdir(join(LIGHTNING_DIR, folder), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(file).update(await readFile(file));
  }
  hash.update(await readFile(join(LIGHTNING_DIR, 'build/shell-bundle.ts')));
  return hash.digest('hex').slice(0, 12);
}
