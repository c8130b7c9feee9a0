import type { FaultKind, FaultOrder } from './fault.ts';

/** A fault that was ordered; `left` requests are still to be hit. */
export interface Fault extends Omit<FaultOrder, 'count' | 'skip'> {
  readonly id: string;
  skip: number;
  left: number;
  hits: number;
}

/** The requests that control the local org are never hit: a test must always be able to end what it began. */
const CONTROL = '/services/local-org/';

/** Faults in the order in which they were ordered. They live in memory: a restarted org has none. */
export class FaultList {
  readonly #faults = new Map<string, Fault>();
  #last = 0;

  add({ count, ...order }: FaultOrder): Fault {
    const fault: Fault = { id: String(++this.#last), ...order, left: count, hits: 0 };
    this.#faults.set(fault.id, fault);
    return fault;
  }

  all(): readonly Fault[] {
    return [...this.#faults.values()];
  }

  remove(id: string): boolean {
    return this.#faults.delete(id);
  }

  clear(): void {
    this.#faults.clear();
  }

  /** The faults of some kinds that hit this request; each is used up by one. */
  take(kinds: readonly FaultKind[], method: string, path: string): Fault[] {
    if (this.#faults.size === 0 || path.startsWith(CONTROL)) return [];
    return this.all().filter((fault) => kinds.includes(fault.kind) && fits(fault, method, path) && useUp(fault));
  }
}

const fits = (fault: Fault, method: string, path: string): boolean =>
  fault.left > 0 &&
  (fault.method === undefined || fault.method === method) &&
  (fault.path === undefined || new RegExp(fault.path).test(path));

function useUp(fault: Fault): boolean {
  if (fault.skip > 0) {
    fault.skip--;
    return false;
  }
  fault.left--;
  fault.hits++;
  return true;
}
