import { OrgError } from '../../errors.ts';
import type { Session } from '../../org.ts';
import type { SObjectType } from '../../schema/model.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { platformTime } from '../platform-time.ts';
import { objectType } from './object-type.ts';

const BASE = '/services/data/:version/sobjects/:object';
const DAY_MS = 86_400_000;
/** Deleted records are listed for 30 days, and so are changes. */
const WINDOW_MS = 30 * DAY_MS;

export const replicationRoutes: readonly Route[] = [
  { method: 'GET', pattern: `${BASE}/deleted`, feature: 'sObject Get Deleted', handle: deleted },
  { method: 'GET', pattern: `${BASE}/updated`, feature: 'sObject Get Updated', handle: updated },
];

interface Span {
  readonly start: number;
  readonly end: number;
}

function deleted(request: ApiRequest): ApiResponse {
  const { session } = request;
  const type = objectType(session, request.params['object'] ?? '');
  const span = readSpan(request);
  const deletedRecords = changed(session, type, span, true).map(({ id, time }) => ({
    id,
    deletedDate: platformTime(time),
  }));
  const earliestDateAvailable = platformTime(session.org.now() - WINDOW_MS);
  return { status: 200, body: { deletedRecords, earliestDateAvailable, latestDateCovered: platformTime(span.end) } };
}

function updated(request: ApiRequest): ApiResponse {
  const { session } = request;
  const type = objectType(session, request.params['object'] ?? '');
  const span = readSpan(request);
  const ids = changed(session, type, span, false).map(({ id }) => id);
  return { status: 200, body: { ids, latestDateCovered: platformTime(span.end) } };
}

function changed(session: Session, type: SObjectType, span: Span, isDeleted: boolean): { id: string; time: number }[] {
  if (type.kind !== 'data' || type.field('SystemModstamp') === undefined || type.field('IsDeleted') === undefined) {
    throw new OrgError('INVALID_TYPE_FOR_OPERATION', `object type ${type.name} is not replicateable`);
  }
  const visible = session.access.visibleWhere(type, 'r');
  const rows = session.org.store
    .prepare(
      `SELECT r."Id" AS id, r."SystemModstamp" AS stamp FROM "${type.name}" r
       WHERE r."IsDeleted" = ? AND r."SystemModstamp" BETWEEN ? AND ? AND (${visible.sql}) ORDER BY r."SystemModstamp", r."Id"`,
    )
    .all(isDeleted ? 1 : 0, new Date(span.start).toISOString(), new Date(span.end).toISOString(), ...visible.values);
  return rows.map((row) => ({ id: String(row['id']), time: Date.parse(String(row['stamp'])) }));
}

function readSpan({ query, session }: ApiRequest): Span {
  const start = readTime(query.get('start'), 'start');
  const end = readTime(query.get('end'), 'end');
  const now = session.org.now();
  if (end <= start)
    throw new OrgError('INVALID_REPLICATION_DATE', 'endDate must be at least one minute greater than startDate');
  if (start < now - WINDOW_MS)
    throw new OrgError('INVALID_REPLICATION_DATE', 'startDate before org replication enablement date');
  return { start, end: Math.min(end, now) };
}

function readTime(text: string | null, name: string): number {
  // A plus sign that the client did not escape arrives as a space.
  const time = Date.parse((text ?? '').replace(' ', '+'));
  if (text === null || Number.isNaN(time))
    throw new OrgError('INVALID_REPLICATION_DATE', `${name} is not a date and time: ${String(text)}`);
  return time;
}
