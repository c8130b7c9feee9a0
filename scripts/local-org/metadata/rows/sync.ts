import type { Component } from '../../schema/model.ts';
import type { Change } from '../deploy/next-state.ts';
import type { RowWriter } from './row-writer.ts';

export type RowSync = {
  /** Brings the rows of a component in line with its content. */
  put(component: Component, writer: RowWriter): void;
  remove(component: Component, writer: RowWriter): void;
};

const syncs: Readonly<Record<string, RowSync>> = {};

/** Writes or removes the rows of one changed component. */
export function syncRows(change: Change, writer: RowWriter): void {
  const sync = syncs[change.component.type];
  if (!sync) return;
  if (change.kind === 'deleted') sync.remove(change.component, writer);
  else sync.put(change.component, writer);
}
