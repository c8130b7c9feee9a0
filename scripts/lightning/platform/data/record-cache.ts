import { listen } from './changes.ts';
import { orgFetch, queryString } from './org-fetch.ts';
import { hasField, idsIn, mergeRecords, projectRecord } from './record-types.ts';
import type { RecordRepresentation } from './record-types.ts';

export interface RecordRequest {
  readonly id: string;
  readonly fields: readonly string[];
  readonly optionalFields: readonly string[];
  readonly layoutTypes: readonly string[];
  readonly modes: readonly string[];
}

interface Watch {
  readonly request: RecordRequest;
  emit(record: RecordRepresentation | undefined, error: unknown): void;
}

/** As long as the platform's own cache holds a record. */
const FRESH_FOR = 30_000;

interface Entry {
  record: RecordRepresentation;
  fetched: number;
  /** Optional fields that the org left out: the user may not see them, so asking again is vain. */
  readonly absent: ReadonlySet<string>;
  readonly layouts: ReadonlySet<string>;
}

const entries = new Map<string, Entry>();
const watches = new Set<Watch>();
const waiting = new Set<Watch>();

/** Delivers the record now from memory when it is fresh and complete, and again after every change of it. */
export function watchRecord(request: RecordRequest, emit: Watch['emit']): () => void {
  const watch: Watch = { request, emit };
  watches.add(watch);
  const entry = entries.get(request.id);
  if (entry !== undefined && isComplete(entry, request)) {
    emit(viewOf(entry.record, request), undefined);
    if (Date.now() - entry.fetched > FRESH_FOR) enqueue(watch);
  } else enqueue(watch);
  const stopListening = listen({
    shows: () => idsIn([request.id, entries.get(request.id)?.record]),
    refresh: () => refreshRecord(request.id),
  });
  return () => {
    watches.delete(watch);
    waiting.delete(watch);
    stopListening();
  };
}

/** Takes a record that an answer brought along; watchers see it at once. */
export function storeRecord(record: RecordRepresentation): void {
  const entry = entries.get(record.id);
  entries.set(record.id, {
    record: mergeRecords(entry?.record, record),
    fetched: Date.now(),
    absent: entry?.absent ?? new Set(),
    layouts: entry?.layouts ?? new Set(),
  });
  for (const watch of watches) deliver(watch, record.id);
}

export function forgetRecord(id: string): void {
  entries.delete(id);
}

const refreshing = new Map<string, Promise<void>>();

/** One request for all watchers of the record, however many ask in the same moment. */
function refreshRecord(id: string): Promise<void> {
  const known = refreshing.get(id);
  if (known !== undefined) return known;
  const started = load([...watches].filter(({ request }) => request.id === id)).finally(() => refreshing.delete(id));
  refreshing.set(id, started);
  return started;
}

function enqueue(watch: Watch): void {
  if (waiting.size === 0) queueMicrotask(flush);
  waiting.add(watch);
}

function flush(): void {
  const byId = Map.groupBy(waiting, ({ request }) => request.id);
  waiting.clear();
  for (const group of byId.values()) void load(group.filter((watch) => !joins(watch)));
}

interface Running {
  readonly request: RecordRequest;
  /** Those for whom it was sent, and those who came while it was under way. */
  readonly group: Watch[];
}

const running = new Set<Running>();

/** A component that starts a moment after another asks for nothing that is on its way already. */
function joins(watch: Watch): boolean {
  const found = [...running].find(({ request }) => covers(request, watch.request));
  found?.group.push(watch);
  return found !== undefined;
}

function covers(sent: RecordRequest, wanted: RecordRequest): boolean {
  const within = (small: readonly string[], ...large: readonly string[]): boolean =>
    small.every((name) => large.includes(name));
  return (
    sent.id === wanted.id &&
    within(wanted.fields, ...sent.fields) &&
    within(wanted.optionalFields, ...sent.fields, ...sent.optionalFields) &&
    within(wanted.layoutTypes, ...sent.layoutTypes) &&
    within(wanted.modes, ...sent.modes)
  );
}

async function load(watchers: readonly Watch[]): Promise<void> {
  if (watchers.length === 0) return;
  const group = [...watchers];
  const merged = mergeRequests(group.map(({ request }) => request));
  const own: Running = { request: merged, group };
  running.add(own);
  try {
    take(merged, await fetchRecord(merged).finally(() => running.delete(own)));
  } catch (error) {
    // One watcher's bad field must not take the others down with it.
    if (group.length > 1) await Promise.all(group.map((watch) => load([watch])));
    else group[0]?.emit(undefined, error);
    return;
  }
  for (const watch of watches) deliver(watch, merged.id);
}

function take(request: RecordRequest, record: RecordRepresentation): void {
  const before = entries.get(record.id);
  const entry: Entry = {
    record: mergeRecords(before?.record, record),
    fetched: Date.now(),
    absent: new Set(request.optionalFields.filter((field) => !hasField(record, field))),
    layouts: new Set([...(before?.layouts ?? []), ...request.layoutTypes]),
  };
  entries.set(record.id, entry);
  if (request.id !== record.id) entries.set(request.id, entry);
}

export function fetchRecord({
  id,
  fields,
  optionalFields,
  layoutTypes,
  modes,
}: RecordRequest): Promise<RecordRepresentation> {
  return orgFetch(`/ui-api/records/${id}${queryString({ fields, optionalFields, layoutTypes, modes })}`);
}

function mergeRequests(requests: readonly RecordRequest[]): RecordRequest {
  const union = (pick: (request: RecordRequest) => readonly string[]): string[] => [...new Set(requests.flatMap(pick))];
  const fields = union((request) => request.fields);
  return {
    id: (requests[0] as RecordRequest).id,
    fields,
    optionalFields: union((request) => request.optionalFields).filter((field) => !fields.includes(field)),
    layoutTypes: union((request) => request.layoutTypes),
    modes: union((request) => request.modes),
  };
}

function deliver(watch: Watch, id: string): void {
  const entry = entries.get(watch.request.id);
  if (watch.request.id !== id || entry === undefined || !isComplete(entry, watch.request)) return;
  watch.emit(viewOf(entry.record, watch.request), undefined);
}

function isComplete(entry: Entry, { fields, optionalFields, layoutTypes }: RecordRequest): boolean {
  if (!layoutTypes.every((layout) => entry.layouts.has(layout))) return false;
  return (
    fields.every((field) => hasField(entry.record, field)) &&
    optionalFields.every((field) => hasField(entry.record, field) || entry.absent.has(field))
  );
}

const viewOf = (record: RecordRepresentation, request: RecordRequest): RecordRepresentation =>
  request.layoutTypes.length > 0 ? record : projectRecord(record, [...request.fields, ...request.optionalFields]);
