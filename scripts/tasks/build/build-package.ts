import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { transformSync } from 'esbuild';
import { MidfieldError } from '../../model/errors.ts';
import { packagedResource } from './packaged-resources.ts';

export interface BuiltPackage {
  /** Folder in source format that may be deployed. */
  readonly directory: string;
  readonly files: number;
  readonly bundles: readonly string[];
}

/**
 * Makes the deployable package from `force-app`: TypeScript of Lightning components becomes the JavaScript that an org
 * compiles, static resources of npm packages come from there, everything else is copied, tests and type configuration stay
 * out. The result replaces the former one in a
 * single rename, so that a deploy never sees half a package.
 */
export function buildPackage(source: string, target: string): BuiltPackage {
  if (!existsSync(source)) throw new MidfieldError('FileNotFound', [source]);
  const fresh = `${target}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const files = listFiles(source).filter(isDeployable);
  for (const file of files) buildFile(join(source, file), join(fresh, file));
  const resources = files.flatMap((file) => packagedResource(file) ?? []);
  for (const { from, to } of resources) cpSync(from, join(fresh, to));
  const bundles = requireCode(fresh, files);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  renameSync(fresh, target);
  return { directory: target, files: files.length + resources.length, bundles };
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function isDeployable(file: string): boolean {
  const parts = file.split(sep);
  if (parts.includes('__tests__') || parts.includes('node_modules')) return false;
  return !/(\.d\.ts|tsconfig.*\.json|\.test\.ts|jsconfig\.json)$/.test(file);
}

function buildFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  if (!from.endsWith('.ts')) return cpSync(from, to);
  const { code } = transformSync(readFileSync(from, 'utf8'), {
    loader: 'ts',
    target: 'esnext',
    sourcefile: from,
    charset: 'utf8',
    tsconfigRaw: {
      compilerOptions: { experimentalDecorators: false, useDefineForClassFields: true, verbatimModuleSyntax: true },
    },
  });
  writeFileSync(to.replace(/\.ts$/, '.js'), code);
}

/** An org compiles a bundle without its script "successfully", with the class missing: refuse that here. */
function requireCode(directory: string, files: readonly string[]): string[] {
  const bundles = [
    ...new Set(
      files.map((file) => /^(.*\/lwc\/[^/]+)\//.exec(file.split(sep).join('/'))?.[1]).filter((b) => b !== undefined),
    ),
  ];
  for (const bundle of bundles) {
    const script = join(directory, bundle, `${bundle.split('/').pop() ?? ''}.js`);
    if (!existsSync(script) || statSync(script).size === 0) throw new MidfieldError('PackageNotBuilt', [bundle]);
  }
  return bundles.map((bundle) => bundle.split('/').pop() ?? bundle);
}
