import { createRequire } from 'node:module';
import { basename, dirname, join, sep } from 'node:path';

/** Static resources whose body is a file of an npm package: only their meta file is kept with the sources. */
const packaged: Readonly<Record<string, { readonly package: string; readonly file: string }>> = {
  MF_Chart: { package: 'chart.js', file: 'dist/chart.umd.min.js' },
};

export interface PackagedResource {
  /** File of the npm package. */
  readonly from: string;
  /** Beside the meta file. */
  readonly to: string;
}

/** The body that belongs beside a meta file; undefined for any other file. */
export function packagedResource(file: string): PackagedResource | undefined {
  if (!file.split(sep).includes('staticresources')) return undefined;
  const name = basename(file).replace(/\.resource-meta\.xml$/, '');
  const found = Object.hasOwn(packaged, name) ? packaged[name] : undefined;
  if (found === undefined) return undefined;
  // A package may keep its own folder out of its exports, never its entry.
  const entry = createRequire(import.meta.url).resolve(found.package);
  const folder = entry.slice(0, entry.lastIndexOf(join('node_modules', found.package)));
  return { from: join(folder, 'node_modules', found.package, found.file), to: join(dirname(file), `${name}.js`) };
}
