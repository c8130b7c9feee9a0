import type { SObjectType } from '../../schema/model.ts';
import type { QueryRecord } from '../../soql/contract.ts';
import { displayValue } from '../ui-api/display-value.ts';
import { picklistLabel } from '../ui-api/labels.ts';
import { nameOf, rawValue } from '../ui-api/record-representation.ts';
import type { Viewer } from '../ui-api/viewer.ts';
import type { Session } from '../../org.ts';
import type { Connection } from './connection.ts';
import type { FieldCell } from './value-types.ts';

/** One record of a result, with everything below it already read: the resolvers only look things up. */
export interface RecordNode {
  readonly type: SObjectType;
  readonly record: QueryRecord;
  readonly viewer: Viewer;
  readonly displayName: string | null;
  readonly parents: Map<string, RecordNode>;
  /** By response key: the same relationship may be asked for twice with other arguments. */
  readonly children: Map<string, Connection<RecordNode>>;
}

export function recordNode(session: Session, type: SObjectType, record: QueryRecord, viewer: Viewer): RecordNode {
  return { type, record, viewer, displayName: nameOf(session, record), parents: new Map(), children: new Map() };
}

const EMPTY: FieldCell = { value: null, displayValue: null, label: null };

export function cellOf(node: RecordNode, name: string): FieldCell {
  const field = node.type.field(name);
  if (field === undefined) return EMPTY;
  const value = rawValue(field, node.record[name]);
  if (value === null) return EMPTY;
  const label = field.picklist === undefined ? null : picklistLabel(field, String(value), node.viewer.language);
  return { value, displayValue: displayValue(field, value, node.viewer), label };
}
