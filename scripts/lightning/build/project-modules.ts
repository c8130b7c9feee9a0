import { build } from 'esbuild';
import type { BuildFailure } from 'esbuild';
import { projectBundles } from './bundles.ts';
import { designProperties } from './design-properties.ts';
import type { DesignProperty } from './design-properties.ts';
import { BROWSER_BUILD } from './combine.ts';
import { lwcPlugin } from './lwc-plugin.ts';
import type { ModuleCache } from './module-cache.ts';
import { importsOf } from './module-imports.ts';
import { scopedModuleSource } from './scoped-modules.ts';

/** Compiles the project's components one by one when a page asks for them. */
export class ProjectModules {
  readonly #sourceDir: string;
  readonly #provided: ReadonlySet<string>;
  readonly #cache: ModuleCache;
  /** Differs from start to start: an address with it may be kept by the browser for ever. */
  readonly #start = Date.now().toString(36);
  readonly #built = new Map<string, Promise<string>>();
  #version = 0;

  /** `provided`: what the vendor and the platform offer, by specifier. */
  constructor(sourceDir: string, provided: Iterable<string>, cache: ModuleCache) {
    this.#sourceDir = sourceDir;
    this.#provided = new Set(provided);
    this.#cache = cache;
  }

  /** Every component with its design properties. */
  components(): Record<string, { properties: Record<string, DesignProperty> }> {
    const bundles = projectBundles(this.#sourceDir);
    return Object.fromEntries(bundles.map((bundle) => [bundle.name, { properties: designProperties(bundle) }]));
  }

  /** Changes with every edit so that a browser never runs a stale module. */
  get version(): string {
    return `${this.#start}.${this.#version}`;
  }

  invalidate(): void {
    this.#version += 1;
    this.#built.clear();
  }

  /** JavaScript of `c/<name>`, or undefined when there is no such component. Throws the compiler's message. */
  source(name: string): Promise<string> | undefined {
    const bundles = projectBundles(this.#sourceDir);
    const bundle = bundles.find((one) => one.name === name);
    if (bundle === undefined) return undefined;
    let built = this.#built.get(name);
    if (built === undefined) {
      const siblings = new Set(bundles.map((one) => `c/${one.name}`));
      built = this.#cache.get(bundle, siblings, () => this.#compile(name, siblings));
      this.#built.set(name, built);
      built.catch(() => this.#built.delete(name));
    }
    return built;
  }

  /** The named components and all modules that they import, by specifier; one that does not compile ends its branch. */
  async closure(names: readonly string[]): Promise<string[]> {
    const seen = new Set<string>();
    const follow = async (specifier: string): Promise<void> => {
      if (seen.has(specifier)) return;
      seen.add(specifier);
      const built = specifier.startsWith('c/') ? this.source(specifier.slice(2)) : undefined;
      const source = await built?.catch(() => undefined);
      await Promise.all(importsOf(source ?? '').map(follow));
    };
    await Promise.all(names.map((name) => follow(`c/${name}`)));
    return [...seen];
  }

  async #compile(name: string, siblings: ReadonlySet<string>): Promise<string> {
    const bundles = projectBundles(this.#sourceDir);
    const own = bundles.find((one) => one.name === name);
    const plugin = lwcPlugin({
      bundles,
      resolveModule: (specifier) => {
        if (specifier === `c/${name}` && own !== undefined) return { kind: 'bundle', bundle: own };
        if (specifier === 'lwc' || siblings.has(specifier) || this.#provided.has(specifier))
          return { kind: 'external' };
        const code = scopedModuleSource(specifier);
        return code === undefined ? undefined : { kind: 'source', code };
      },
    });
    try {
      const { outputFiles } = await build({
        ...BROWSER_BUILD,
        entryPoints: [`c/${name}`],
        outdir: 'unwritten',
        write: false,
        plugins: [plugin],
        sourcemap: 'inline',
      });
      return outputFiles[0]?.text ?? '';
    } catch (cause) {
      throw new Error(`c/${name} does not compile:\n${messagesOf(cause as BuildFailure)}`, { cause });
    }
  }
}

function messagesOf(failure: BuildFailure): string {
  return (failure.errors ?? [])
    .map(({ text, location }) => `${text}${location === null ? '' : ` (${location.file}:${location.line})`}`)
    .join('\n');
}
