import type { GraphQLResolveInfo } from 'graphql';
import type { SObjectType } from '../../schema/model.ts';
import { quoted } from '../ui-api/soql-text.ts';
import { buildNodes } from './build-nodes.ts';
import { query, type Reader } from './reader.ts';
import type { RecordNode } from './record-node.ts';
import { recordSelection } from './record-selection.ts';
import { selectColumns } from './select-columns.ts';

/** `uiapi.currentUser`: the record of whoever asks. */
export function readCurrentUser(reader: Reader, user: SObjectType, info: GraphQLResolveInfo): RecordNode | null {
  const sets = info.fieldNodes.map((node) => node.selectionSet);
  const selection = recordSelection(reader, user, sets);
  const soql = `SELECT ${selectColumns(selection).join(', ')} FROM User WHERE Id = ${quoted(reader.request.session.user.id)}`;
  return buildNodes(reader, selection, query(reader, soql))[0] ?? null;
}
