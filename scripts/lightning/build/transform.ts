import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { transform as strip } from 'esbuild';

/** A Lightning bundle: its namespace and name come from where it is registered, never from the folder above it. */
export interface Bundle {
  readonly namespace: string;
  readonly name: string;
  readonly dir: string;
}

/** Decorators must survive the type strip: the LWC compiler reads them. */
export async function stripTypes(source: string, path: string): Promise<string> {
  const result = await strip(source, {
    loader: 'ts',
    target: 'esnext',
    sourcefile: path,
    sourcemap: 'inline',
    tsconfigRaw: {
      compilerOptions: { experimentalDecorators: false, useDefineForClassFields: true, verbatimModuleSyntax: true },
    },
  });
  return result.code;
}

/** One file of a bundle to JavaScript, as an org compiles it. `scoped` marks a `*.scoped.css`. */
export async function transformFile(path: string, bundle: Bundle, scoped: boolean): Promise<string> {
  // Loaded when something must be compiled: it takes longer than everything else in a start.
  const { transformSync } = await import('@lwc/compiler');
  const source = await readFile(path, 'utf8');
  const isTypeScript = extname(path) === '.ts';
  const code = isTypeScript ? await stripTypes(source, path) : source;
  const fileName = basename(isTypeScript ? path.replace(/\.ts$/, '.js') : path);
  return transformSync(code, fileName, {
    name: bundle.name,
    namespace: bundle.namespace,
    scopedStyles: scoped,
    enableDynamicComponents: true,
    enableSyntheticElementInternals: true,
  }).code;
}
