import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { BASE_PACKAGE, LIGHTNING_DIR, SLDS_PACKAGE, baseBundles } from './bundles.ts';
import { BROWSER_BUILD, combine } from './combine.ts';
import { iconLibrarySource } from './icon-library.ts';
import { lwcPlugin } from './lwc-plugin.ts';
import type { Resolution } from './lwc-plugin.ts';
import { stubSource } from './output-names.ts';
import { scopedModuleSource } from './scoped-modules.ts';
import type { Bundle } from './transform.ts';

const require = createRequire(import.meta.url);

export interface Vendor {
  readonly hash: string;
  readonly dir: string;
  /** Modules that components may import, `lightning/button`, each with its file below `dir`. */
  readonly modules: readonly string[];
}

export type Progress = (step: string, done: number, total: number) => void;

const STEPS = ['engine', 'base components', 'styles and fonts'] as const;

/** Ours takes their place, so theirs must not be offered. */
const REPLACED = new Set(['navigation', 'routingService']);

/** Engine, base components, styles. Built once per set of versions, then found by hash. */
export async function buildVendor(cacheDir: string, progress: Progress = () => undefined): Promise<Vendor> {
  const bundles = baseBundles();
  const modules = bundles
    .filter(({ name }) => !name.startsWith('iconSvgTemplates') && !REPLACED.has(name))
    .map(({ name }) => `lightning/${name}`);
  const hash = vendorHash();
  const dir = join(cacheDir, `vendor-${hash}`);
  if (existsSync(dir)) return { hash, dir, modules };
  const unfinished = `${dir}.${process.pid}`;
  await mkdir(join(unfinished, 'lightning'), { recursive: true });
  progress(STEPS[0], 0, STEPS.length);
  await buildEngine(unfinished);
  progress(STEPS[1], 1, STEPS.length);
  await buildBase(unfinished, modules, bundles);
  progress(STEPS[2], 2, STEPS.length);
  await copyStyles(unfinished);
  await rename(unfinished, dir).catch(async (cause: unknown) => {
    await rm(unfinished, { recursive: true });
    if (!existsSync(dir)) throw cause;
  });
  progress('done', STEPS.length, STEPS.length);
  return { hash, dir, modules };
}

function vendorHash(): string {
  const packages = ['@lwc/engine-dom', '@lwc/synthetic-shadow', '@lwc/compiler', 'esbuild'].map(
    (name) => [name, (JSON.parse(readFileSync(packageJson(name), 'utf8')) as { version: string }).version] as const,
  );
  const hash = createHash('sha256').update(JSON.stringify(packages));
  for (const path of [join(BASE_PACKAGE, 'package.json'), join(SLDS_PACKAGE, 'package.json')])
    hash.update(readFileSync(path));
  for (const file of [
    'vendor',
    'combine',
    'icon-library',
    'scoped-modules',
    'output-names',
    'transform',
    'lwc-plugin',
  ]) {
    hash.update(readFileSync(join(LIGHTNING_DIR, 'build', `${file}.ts`)));
  }
  return hash.digest('hex').slice(0, 12);
}

function packageJson(name: string): string {
  let dir = dirname(require.resolve(name));
  while (!existsSync(join(dir, 'package.json'))) dir = dirname(dir);
  return join(dir, 'package.json');
}

async function buildEngine(dir: string): Promise<void> {
  await build({
    ...BROWSER_BUILD,
    entryPoints: {
      lwc: require.resolve('@lwc/engine-dom').replace('index.cjs.js', 'index.js'),
      'synthetic-shadow': require.resolve('@lwc/synthetic-shadow').replace('index.cjs.js', 'index.js'),
    },
    outdir: dir,
    minify: true,
  });
}

async function buildBase(dir: string, modules: readonly string[], bundles: readonly Bundle[]): Promise<void> {
  const plugin = lwcPlugin({ resolveModule: (specifier) => resolveInBase(specifier, bundles), bundles });
  const exported = await combine({ specifiers: modules, plugin, outDir: dir, name: 'base' });
  await Promise.all(
    exported.map((module) => writeFile(join(dir, `${module.specifier}.js`), stubSource(module, '../base.js'))),
  );
}

function resolveInBase(specifier: string, bundles: readonly Bundle[]): Resolution | undefined {
  if (specifier === 'lwc') return { kind: 'external' };
  if (specifier.startsWith('lightning/')) {
    const icons = iconLibrarySource(specifier.slice('lightning/'.length));
    if (icons !== undefined) return { kind: 'source', code: icons };
    const bundle = bundles.find(({ name }) => specifier === `lightning/${name}`);
    if (bundle !== undefined) return { kind: 'bundle', bundle };
  }
  const code = PLATFORM_INTERNALS[specifier] ?? scopedModuleSource(specifier);
  return code === undefined ? undefined : { kind: 'source', code };
}

/** Inner modules of the platform that the published package imports and does not contain. */
const PLATFORM_INTERNALS: Readonly<Record<string, string>> = {
  'force/navigation': `
export const CurrentPageReference = class { connect() {} disconnect() {} update() {} };
export const NavigationMixin = (Base) => Base;`,
  'lightning/mobileCapabilities': `export const getBarcodeScanner = () => ({ isAvailable: () => false });`,
  'lightning/primitiveUtils': `
export function reflectAttribute(component, name, value) {
  if (value === null || value === undefined || value === false) component.removeAttribute(name);
  else component.setAttribute(name, value === true ? '' : value);
}`,
};

async function copyStyles(dir: string): Promise<void> {
  const styles = join(dir, 'slds/styles');
  await mkdir(styles, { recursive: true });
  const css = await readFile(join(SLDS_PACKAGE, 'assets/styles/salesforce-lightning-design-system.min.css'), 'utf8');
  await writeFile(join(styles, 'slds.css'), css);
  await cp(join(SLDS_PACKAGE, 'assets/images'), join(dir, 'slds/images'), { recursive: true });
  for (const sprite of ['utility', 'standard', 'action', 'custom', 'doctype']) {
    const from = join(SLDS_PACKAGE, `assets/icons/${sprite}-sprite/svg/symbols.svg`);
    await cp(from, join(dir, `slds/icons/${sprite}-sprite/svg/symbols.svg`));
  }
}
