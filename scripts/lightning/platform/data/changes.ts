/** Who must look again when records change: every adapter that shows one of them. */
export interface ChangeListener {
  /** 15-character ids of what the listener shows now. */
  shows(): ReadonlySet<string>;
  refresh(): void | Promise<void>;
}

const listeners = new Set<ChangeListener>();

export function listen(listener: ChangeListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A write through one adapter, told to all the others. */
export async function recordsChanged(ids: readonly string[]): Promise<void> {
  const changed = new Set(ids.map((id) => id.slice(0, 15)));
  const concerned = [...listeners].filter((listener) => [...changed].some((id) => listener.shows().has(id)));
  await Promise.all(concerned.map(async (listener) => listener.refresh()));
}

/** Everything on the page, whatever it shows: the page's own refresh. */
export async function refreshAll(): Promise<void> {
  await Promise.all([...listeners].map(async (listener) => listener.refresh()));
}
