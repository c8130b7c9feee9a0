import type { Change } from '../deploy/next-state.ts';
import { syncs } from './syncs.ts';
import type { RowWriter } from './row-writer.ts';

/** Writes or removes the rows of one changed component. */
export function syncRows(change: Change, writer: RowWriter): void {
  const sync = syncs[change.component.type];
  if (!sync) return;
  if (change.kind === 'deleted') sync.remove(change.component, writer);
  else sync.put(change.component, writer);
}
