import { readdirSync, watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { join } from 'node:path';

/**
 * Follows a folder with all that is below it. One watcher for each folder, because Node's recursive one loses sight of a
 * file that is replaced by another of its name, which is how most editors and git write.
 */
export class FolderWatch {
  readonly #changed: (path: string) => void;
  readonly #watchers = new Map<string, FSWatcher>();

  constructor(dir: string, changed: (path: string) => void) {
    this.#changed = changed;
    this.#follow(dir);
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #follow(dir: string): void {
    if (this.#watchers.has(dir)) return;
    const folders = foldersIn(dir);
    if (folders === undefined) return;
    const watcher = watch(dir, (_event, name) => {
      if (name === null) return;
      const path = join(dir, name);
      this.#changed(path);
      if (foldersIn(path) === undefined) this.#forget(path);
      else this.#follow(path);
    });
    watcher.on('error', () => this.#forget(dir));
    this.#watchers.set(dir, watcher);
    for (const folder of folders) this.#follow(join(dir, folder));
  }

  #forget(dir: string): void {
    this.#watchers.get(dir)?.close();
    this.#watchers.delete(dir);
  }
}

/** Undefined when it is no folder, or none any more. */
function foldersIn(dir: string): string[] | undefined {
  try {
    const entries = readdirSync(dir, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR'].includes((cause as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw cause;
  }
}
