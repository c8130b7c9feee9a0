import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bundle } from './transform.ts';

/** Compiled components between starts, found by what they were made of: loading the compiler costs more than a page. */
export class ModuleCache {
  readonly #dir: string;
  readonly #context: string;

  /** `context`: whatever else decides the output, the compiler's version and the modules on offer. */
  constructor(dir: string, context: readonly string[]) {
    this.#dir = dir;
    this.#context = JSON.stringify(context);
  }

  async get(bundle: Bundle, siblings: Iterable<string>, make: () => Promise<string>): Promise<string> {
    const path = join(this.#dir, `${bundle.name}-${await this.#print(bundle, siblings)}.js`);
    const kept = await readFile(path, 'utf8').catch(() => undefined);
    if (kept !== undefined) return kept;
    const made = await make();
    await mkdir(this.#dir, { recursive: true });
    const unfinished = `${path}.${process.pid}`;
    await writeFile(unfinished, made);
    await rename(unfinished, path);
    return made;
  }

  async #print(bundle: Bundle, siblings: Iterable<string>): Promise<string> {
    const hash = createHash('sha256')
      .update(this.#context)
      .update(JSON.stringify([...siblings].sort()));
    const entries = await readdir(bundle.dir, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(file).update(await readFile(file));
    return hash.digest('hex').slice(0, 16);
  }
}
