import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** `c/<name>` → file, for every Lightning component under a folder: TypeScript's `paths` knows no star in the middle. */
export function lwcPaths(folder: string): Record<string, string[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\/lwc\/([^/]+)\/\1\.ts$/.test(file))
    .sort((a, b) => (basename(a) < basename(b) ? -1 : 1));
  return Object.fromEntries(files.map((file) => [`c/${basename(dirname(file))}`, [`../${folder}/${file}`]]));
}
