import type { ServerResponse } from 'node:http';
import { FolderWatch } from './folder-watch.ts';

/** Tells open pages to load again: after an edit of a component, or when the org's metadata moved on. */
export class LiveReload {
  readonly #pages = new Set<ServerResponse>();
  #watch: FolderWatch | undefined;
  #pending: NodeJS.Timeout | undefined;

  watch(dir: string, changed: () => void): void {
    this.#watch = new FolderWatch(dir, (path) => {
      if (!/\/lwc\/.*(\.(ts|js|html|css)|\/[^.]+)$/.test(path)) return;
      clearTimeout(this.#pending);
      this.#pending = setTimeout(() => {
        changed();
        this.announce();
      }, 50);
    });
  }

  open(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': open\n\n');
    this.#pages.add(response);
    response.on('close', () => this.#pages.delete(response));
  }

  announce(): void {
    for (const page of this.#pages) page.write('event: reload\ndata: {}\n\n');
  }

  close(): void {
    clearTimeout(this.#pending);
    this.#watch?.close();
    for (const page of this.#pages) page.end();
  }
}
