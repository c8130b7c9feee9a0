import { isDeepStrictEqual } from 'node:util';
import type { Session } from '../../org.ts';
import type { TypedContent } from '../xml/read-typed.ts';

export interface FlowVersion {
  readonly number: number;
  readonly id: string;
  readonly content: TypedContent;
  readonly createdDate: string;
  readonly createdById: string;
}

/** All versions of one flow. At most one of them is active; records only ever meet that one. */
export interface FlowHistory {
  readonly fullName: string;
  readonly versions: readonly FlowVersion[];
  readonly active?: number;
}

export const flowHistory = (session: Session, fullName: string): FlowHistory | undefined =>
  session.org.store.documents('flow').get(fullName) as FlowHistory | undefined;

/**
 * Puts a deployed flow into its history. The same flow again makes no version; a draft that never ran is
 * overwritten; anything else becomes the next version. Status Active makes it the active one.
 */
export function withVersion(
  session: Session,
  before: FlowHistory | undefined,
  fullName: string,
  content: TypedContent,
): FlowHistory {
  const latest = before?.versions.at(-1);
  const wasActive = latest !== undefined && before?.active === latest.number;
  const same = latest !== undefined && isDeepStrictEqual(withoutStatus(latest.content), withoutStatus(content));
  const replaces = latest !== undefined && (same || (!wasActive && latest.content['status'] === 'Draft'));
  const number = replaces ? latest.number : (latest?.number ?? 0) + 1;
  const id = replaces ? latest.id : session.org.store.newId('301');
  const createdDate = new Date(session.org.now()).toISOString();
  const version = {
    number,
    id,
    content,
    createdDate: replaces ? latest.createdDate : createdDate,
    createdById: session.user.id,
  };
  const others = before?.versions.filter((each) => each.number !== number) ?? [];
  return { fullName, versions: [...others, version], active: nextActive(before?.active, number, content) };
}

function nextActive(active: number | undefined, number: number, content: TypedContent): number | undefined {
  if (content['status'] === 'Active') return number;
  return active === number ? undefined : active;
}

const withoutStatus = ({ status: _, ...rest }: TypedContent): TypedContent => rest;

/** What the org works with: the active version, or the latest one as inactive. */
export function standingContent(history: FlowHistory): TypedContent {
  const active = history.versions.find((version) => version.number === history.active);
  if (active) return { ...active.content, status: 'Active' };
  const latest = history.versions.at(-1);
  const status = latest?.content['status'] === 'Draft' ? 'Draft' : 'Obsolete';
  return { ...latest?.content, status };
}

/** `number` 0 leaves no version active. */
export function withActive(history: FlowHistory, number: number): FlowHistory {
  return { ...history, active: number === 0 ? undefined : number };
}

export const statusOf = (history: FlowHistory, version: FlowVersion): string => {
  if (version.number === history.active) return 'Active';
  return version.content['status'] === 'Draft' ? 'Draft' : 'Obsolete';
};
