import { build } from 'esbuild';
import type { BuildOptions, Plugin } from 'esbuild';
import { combinedSource } from './output-names.ts';
import type { ModuleExports } from './output-names.ts';

export interface CombineOptions {
  readonly specifiers: readonly string[];
  readonly plugin: Plugin;
  readonly outDir: string;
  /** File name without extension. */
  readonly name: string;
}

export const BROWSER_BUILD = {
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'esnext',
  logLevel: 'silent',
  charset: 'utf8',
  define: { 'import.meta.env.SSR': 'false', 'process.env.NODE_ENV': '"production"' },
} as const satisfies BuildOptions;

/** Builds one file that holds all the modules and returns what each exports. */
export async function combine({ specifiers, plugin, outDir, name }: CombineOptions): Promise<ModuleExports[]> {
  const modules = await exportsOf(specifiers, plugin);
  await build({
    ...BROWSER_BUILD,
    stdin: { contents: combinedSource(modules), resolveDir: import.meta.dirname, sourcefile: `${name}.js` },
    outdir: outDir,
    splitting: true,
    entryNames: name,
    chunkNames: `${name}-[hash]`,
    minifySyntax: true,
    minifyWhitespace: true,
    plugins: [plugin],
  });
  return modules;
}

/** A dry build with every module as an entry: esbuild reports the names that each exports. */
async function exportsOf(specifiers: readonly string[], plugin: Plugin): Promise<ModuleExports[]> {
  const { metafile } = await build({
    ...BROWSER_BUILD,
    entryPoints: specifiers.map((specifier) => ({ in: specifier, out: specifier })),
    outdir: 'unwritten',
    splitting: true,
    write: false,
    metafile: true,
    plugins: [plugin],
  });
  const byOutput = new Map(Object.entries(metafile.outputs));
  return specifiers.map((specifier) => {
    const output = [...byOutput].find(([path]) => path.endsWith(`unwritten/${specifier}.js`));
    if (output === undefined) throw new Error(`esbuild wrote nothing for ${specifier}`);
    return { specifier, names: output[1].exports };
  });
}
