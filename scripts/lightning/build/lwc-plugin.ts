import { existsSync } from 'node:fs';
import { dirname, extname, join, resolve, sep } from 'node:path';
import type { OnLoadResult, OnResolveResult, Plugin } from 'esbuild';
import { transformFile } from './transform.ts';
import type { Bundle } from './transform.ts';

/** What a bare import means to one build. */
export type Resolution =
  | { readonly kind: 'bundle'; readonly bundle: Bundle }
  | { readonly kind: 'source'; readonly code: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'external' };

export interface PluginOptions {
  /** Undefined = unknown module: the build fails with its name. */
  resolveModule(specifier: string): Resolution | undefined;
  /** The bundle that a file belongs to. */
  bundles: readonly Bundle[];
  /** Shared between builds of one process so that nothing is compiled twice. */
  cache?: Map<string, Promise<string>>;
}

/** esbuild plugin: Lightning bundles in, plain ES modules out. */
export function lwcPlugin({ resolveModule, bundles, cache = new Map() }: PluginOptions): Plugin {
  const ownerOf = ownerLookup(bundles);
  return {
    name: 'lwc',
    setup(build) {
      build.onResolve({ filter: /.*/ }, (args): OnResolveResult | undefined => {
        if (args.path.startsWith('.') || args.path.startsWith('/')) return resolveRelative(args.path, args.resolveDir);
        return resolveBare(args.path, args.importer, resolveModule);
      });
      build.onLoad({ filter: /.*/, namespace: 'scoped' }, (args) => ({
        contents: args.pluginData as string,
        loader: 'js',
      }));
      build.onLoad({ filter: /.*/, namespace: 'absent' }, () => ({
        contents: 'export default undefined;',
        loader: 'js',
      }));
      build.onLoad({ filter: /\.(js|ts|html|css)$/ }, async (args): Promise<OnLoadResult | undefined> => {
        const bundle = ownerOf(args.path);
        if (bundle === undefined) return undefined;
        const scoped = args.path.endsWith('.scoped.css');
        let code = cache.get(args.path);
        if (code === undefined) cache.set(args.path, (code = transformFile(args.path, bundle, scoped)));
        try {
          return { contents: await code, loader: 'js', resolveDir: dirname(args.path) };
        } catch (cause) {
          cache.delete(args.path);
          return {
            errors: [{ text: cause instanceof Error ? cause.message : String(cause), location: { file: args.path } }],
          };
        }
      });
    },
  };
}

function resolveBare(
  specifier: string,
  importer: string,
  resolveModule: PluginOptions['resolveModule'],
): OnResolveResult {
  const found = resolveModule(specifier);
  if (found === undefined) {
    return { errors: [{ text: `Cannot find module "${specifier}": this host does not provide it`, detail: importer }] };
  }
  if (found.kind === 'external') return { path: specifier, external: true };
  if (found.kind === 'file') return { path: found.path };
  if (found.kind === 'source') return { path: specifier, namespace: 'scoped', pluginData: found.code };
  const entry = entryOf(found.bundle);
  return entry === undefined
    ? { errors: [{ text: `"${specifier}" has no ${found.bundle.name}.ts, .js, .html or .css` }] }
    : { path: entry };
}

/** The compiler imports `x.html` and `x.css` whether or not they exist. */
function resolveRelative(specifier: string, resolveDir: string): OnResolveResult | undefined {
  const path = resolve(resolveDir, specifier.replace(/\?.*$/, ''));
  if (extname(path) === '.html' || extname(path) === '.css') {
    return existsSync(path) ? { path } : { path, namespace: 'absent' };
  }
  const candidates = [path, `${path}.ts`, `${path}.js`, path.replace(/\.js$/, '.ts')];
  const hit = candidates.find((candidate) => /\.(js|ts)$/.test(candidate) && existsSync(candidate));
  return hit === undefined ? undefined : { path: hit };
}

export function entryOf(bundle: Bundle): string | undefined {
  return ['ts', 'js', 'html', 'css'].map((ext) => join(bundle.dir, `${bundle.name}.${ext}`)).find(existsSync);
}

function ownerLookup(bundles: readonly Bundle[]): (path: string) => Bundle | undefined {
  const byDir = new Map(bundles.map((bundle) => [bundle.dir, bundle]));
  return (path) => {
    for (let dir = dirname(path); dir.includes(sep) && dir !== sep; dir = dirname(dir)) {
      const bundle = byDir.get(dir);
      if (bundle !== undefined) return bundle;
    }
    return undefined;
  };
}
