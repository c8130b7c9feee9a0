import type { ApiRequest } from '../route.ts';
import type { Session } from '../../org.ts';
import type { SObjectType } from '../../schema/model.ts';
import { runQuery } from '../../soql/run.ts';
import { noAccess, resourceNotFound } from './access-errors.ts';
import type { FieldTree } from './field-tree.ts';
import { type RecordRepresentation, representer } from './record-representation.ts';
import { selectList } from './select-list.ts';
import { quoted } from './soql-text.ts';

/** The query's text length is limited; ids are asked for in portions. */
const IDS_PER_QUERY = 200;

/** One record; the error says whether it is missing or hidden, as the UI API does. */
export function readRecord(request: ApiRequest, tree: FieldTree, id: string): RecordRepresentation {
  const record = readRecords(request, tree, [id]).get(id.slice(0, 15));
  if (record === undefined) throw missing(request.session, tree.type, id);
  return record;
}

/** By the first 15 characters of the id; what the user may not see is not in the map. */
export function readRecords(
  request: ApiRequest,
  tree: FieldTree,
  ids: readonly string[],
): Map<string, RecordRepresentation> {
  const represent = representer(request.session, tree);
  const found = new Map<string, RecordRepresentation>();
  for (let start = 0; start < ids.length; start += IDS_PER_QUERY) {
    const portion = ids
      .slice(start, start + IDS_PER_QUERY)
      .map(quoted)
      .join(', ');
    const soql = `SELECT ${selectList(tree).join(', ')} FROM ${tree.type.name} WHERE Id IN (${portion})`;
    for (const record of runQuery(request.session, soql, { urlBase: request.urlBase }).records) {
      found.set(String(record.Id).slice(0, 15), represent(record));
    }
  }
  return found;
}

export function missing(session: Session, type: SObjectType, id: string): Error {
  const row = session.org.store.find(type, 'Id', [id])[0];
  return row === undefined ? resourceNotFound() : noAccess();
}
