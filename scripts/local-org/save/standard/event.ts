import type { FieldValue, Row } from '../../org.ts';
import { fail, type SaveItem } from '../save-item.ts';
import { checkLead, followAccount } from './activity.ts';
import type { StandardBehaviour } from './behaviour.ts';

const MINUTE_MS = 60_000;

/** An event's start has two names, and its end and its length say the same. */
export const event: StandardBehaviour = {
  derive(tx, batch, item) {
    const { after } = item;
    followStart(item);
    followEnd(item);
    const start = after['StartDateTime'];
    if (typeof start === 'string') after['ActivityDate'] = dayIn(tx.session.user.timeZone, start);
    followAccount(tx, batch, item);
  },
  check(_tx, _batch, items) {
    for (const item of items) {
      checkLead(item);
      checkTimes(item);
    }
  },
};

const changed = ({ before, after, given }: SaveItem, name: string): boolean =>
  given.has(name) && (after[name] ?? null) !== (before?.[name] ?? null);

function followStart(item: SaveItem): void {
  const { after } = item;
  const start =
    changed(item, 'ActivityDateTime') && !changed(item, 'StartDateTime') ? 'ActivityDateTime' : 'StartDateTime';
  const value = after[start] ?? after['ActivityDateTime'] ?? null;
  after['StartDateTime'] = value;
  after['ActivityDateTime'] = value;
}

function followEnd(item: SaveItem): void {
  const { after } = item;
  const start = timeOf(after, 'StartDateTime');
  const end = timeOf(after, 'EndDateTime');
  const minutes = after['DurationInMinutes'] ?? null;
  const byEnd = end !== undefined && (minutes === null || changed(item, 'EndDateTime'));
  if (start === undefined) return;
  if (byEnd) after['DurationInMinutes'] = Math.round((end - start) / MINUTE_MS);
  else if (minutes !== null) after['EndDateTime'] = new Date(start + Number(minutes) * MINUTE_MS).toISOString();
}

function timeOf(row: Row, name: string): number | undefined {
  const value: FieldValue = row[name] ?? null;
  return typeof value === 'string' ? Date.parse(value) : undefined;
}

// Swedish writes dates the way ISO does.
const dayIn = (timeZone: string, moment: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(Date.parse(moment));

function checkTimes(item: SaveItem): void {
  const missing = ['DurationInMinutes', 'ActivityDateTime'].filter((name) => (item.after[name] ?? null) === null);
  if (missing.length > 0) {
    fail(item, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
  } else if (Number(item.after['DurationInMinutes']) < 0) {
    fail(item, 'FIELD_INTEGRITY_EXCEPTION', 'field integrity exception: EndDateTime', ['EndDateTime']);
  }
}
