import type { Session } from '../../org.ts';
import type { Schema } from '../../schema/model.ts';
import { draftKey } from '../package/draft.ts';
import { removeFlowRows, writeFlowRows } from '../rows/flows.ts';
import type { RowWriter } from '../rows/row-writer.ts';
import { rowWriter } from '../rows/row-writer.ts';
import { writeSchemaRows } from '../rows/schema-rows.ts';
import { syncRows } from '../rows/sync.ts';
import type { Change, NextState } from './next-state.ts';

/** Components whose rows others refer to come first. */
const rowOrder = [
  'Profile',
  'Role',
  'Group',
  'Queue',
  'CustomPermission',
  'BusinessProcess',
  'RecordType',
  'CustomApplication',
  'PermissionSet',
  'MutingPermissionSet',
  'PermissionSetGroup',
  'Flow',
  'FlowDefinition',
];

/** Writes the next state: components, schema, tables, rows. Inside the deploy's transaction. */
export function commitState(session: Session, next: NextState, schema: Schema): void {
  const documents = session.org.store.documents('component');
  for (const { kind, component } of next.changes.values()) {
    const key = `${component.type}:${component.fullName}`;
    if (kind === 'deleted') documents.delete(key);
    else if (kind !== 'unchanged' && component.type !== 'FlowDefinition') documents.put(key, component);
  }
  const isDescribedAnew = [...next.changes.values()].some(changesDescription);
  if (isDescribedAnew) session.org.store.migrate(schema);
  session.org.replaceSchema(schema);
  const writer = rowWriter(session.org, session.user.id, schema);
  const rank = (type: string): number => rowOrder.indexOf(type) + 1 || rowOrder.length + 1;
  const changes = [...next.changes.values()].sort(
    (left, right) => rank(left.component.type) - rank(right.component.type),
  );
  for (const change of changes) syncRows(change, writer);
  writeFlows(session, next, writer);
  if (isDescribedAnew) writeSchemaRows(session.org, session.user.id);
  // Schedule-triggered flows may have come, gone or changed.
  session.org.store.afterCommit(() => session.org.pathsWait?.());
}

/** Flows describe no object, and switching them one by one is what an install and many tests do most. */
const changesDescription = ({ kind, component }: Change): boolean =>
  kind !== 'unchanged' && component.type !== 'Flow' && component.type !== 'FlowDefinition';

function writeFlows(session: Session, next: NextState, writer: RowWriter): void {
  const documents = session.org.store.documents('flow');
  for (const [fullName, history] of next.flows) {
    documents.put(fullName, history);
    const component = next.components.get(draftKey('Flow', fullName));
    if (component) writeFlowRows(component, history, writer);
  }
  for (const { kind, component } of next.changes.values()) {
    if (kind !== 'deleted' || component.type !== 'Flow') continue;
    documents.delete(component.fullName);
    removeFlowRows(component, writer);
  }
}
