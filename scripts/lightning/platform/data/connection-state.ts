/** `lost`: nobody answers. `expired`: the sign-in is over. `held`: the last call was answered. */
export type ConnectionState = 'held' | 'lost' | 'expired';

const listeners = new Set<(state: ConnectionState) => void>();
let state: ConnectionState = 'held';

/** Every call to the org says how it went; who shows it hears of changes alone. */
export function reportConnection(next: ConnectionState): void {
  if (next === state || (state === 'expired' && next === 'held')) return;
  state = next;
  for (const listener of listeners) listener(state);
}

export function onConnection(listener: (state: ConnectionState) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Neither a refusal nor a fault: the question did not get through. */
export const isConnectionFailure = (failure: unknown): boolean =>
  failure instanceof TypeError || (failure as { status?: number } | undefined)?.status === 503;
