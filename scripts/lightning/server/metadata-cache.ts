import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '../org/connection.ts';
import { readDeployed } from '../org/deployed.ts';
import type { Deployed } from '../org/deployed.ts';

/** The page that was just answered asks the org for its records first. */
const REFRESH_AFTER = 1000;

/**
 * Deployed metadata, answered from memory and read again behind each answer: a page never waits for the Metadata API,
 * and when the org has moved on `onChange` makes the open pages load again.
 */
export class MetadataCache {
  readonly #connection: Connection;
  readonly #onChange: () => void;
  #current: Promise<Deployed> | undefined;
  #print = '';
  #refreshing = false;

  constructor(connection: Connection, onChange: () => void) {
    this.#connection = connection;
    this.#onChange = onChange;
  }

  get(): Promise<Deployed> {
    if (this.#current === undefined) {
      this.#current = this.#read();
      this.#current.catch(() => (this.#current = undefined));
    } else {
      void this.#refresh();
    }
    return this.#current;
  }

  async #read(): Promise<Deployed> {
    const deployed = await readDeployed(this.#connection);
    this.#print = fingerprint(deployed);
    return deployed;
  }

  async #refresh(): Promise<void> {
    if (this.#refreshing) return;
    this.#refreshing = true;
    const before = this.#print;
    try {
      await sleep(REFRESH_AFTER, undefined, { ref: false });
      const next = await this.#read();
      this.#current = Promise.resolve(next);
      if (before !== this.#print) this.#onChange();
    } catch {
      // The org is away: what was read last stays on screen, and the page's own calls say what is wrong.
      this.#print = before;
    } finally {
      this.#refreshing = false;
    }
  }
}

const fingerprint = (deployed: Deployed): string =>
  JSON.stringify(deployed, (_key, value: unknown) => (value instanceof Map ? [...value] : value));
