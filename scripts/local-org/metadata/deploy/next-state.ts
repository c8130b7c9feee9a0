import { isDeepStrictEqual } from 'node:util';
import type { Session } from '../../org.ts';
import { prefixAt } from '../../schema/key-prefixes.ts';
import type { Component } from '../../schema/model.ts';
import type { Draft } from '../package/draft.ts';
import { draftKey } from '../package/draft.ts';
import { idPrefixOf } from '../type-catalogue.ts';
import { mergedContent } from './merge-content.ts';
import { existingRowId } from './row-ids.ts';
import type { ComponentState } from './state.ts';
import { childrenIn } from './state.ts';

export interface Change {
  readonly kind: 'created' | 'changed' | 'unchanged' | 'deleted';
  readonly component: Component;
  readonly before?: Component;
}

export interface NextState {
  readonly components: ComponentState;
  /** By draft key; children that go with a deleted object are in it too. */
  readonly changes: ReadonlyMap<string, Change>;
}

/** Puts drafts and deletions onto the components that are there. Nothing is written. */
export function nextState(
  session: Session,
  current: ComponentState,
  work: { deleteBefore: readonly string[]; drafts: readonly Draft[]; deleteAfter: readonly string[] },
): NextState {
  const components = new Map(current);
  const changes = new Map<string, Change>();
  for (const key of work.deleteBefore) remove(components, changes, key);
  for (const draft of work.drafts) {
    const key = draftKey(draft.type, draft.fullName);
    const change = changeOf(session, draft, components);
    components.set(key, change.component);
    changes.set(key, change);
  }
  for (const key of work.deleteAfter) remove(components, changes, key);
  return { components, changes };
}

function remove(components: Map<string, Component>, changes: Map<string, Change>, key: string): void {
  const component = components.get(key);
  if (!component) return;
  for (const each of [component, ...childrenIn(components, component)]) {
    const eachKey = draftKey(each.type, each.fullName);
    components.delete(eachKey);
    changes.set(eachKey, { kind: 'deleted', component: each, before: each });
  }
}

function changeOf(session: Session, draft: Draft, components: ReadonlyMap<string, Component>): Change {
  const before = components.get(draftKey(draft.type, draft.fullName));
  const content = mergedContent(draft, before);
  const stamp = new Date(session.org.now()).toISOString();
  const by = session.user.id;
  if (!before) {
    const { type, fullName, files } = draft;
    const id = existingRowId(session, type, fullName) ?? session.org.store.newId(prefixFor(type, fullName, components));
    const stamps = { createdDate: stamp, createdById: by, lastModifiedDate: stamp, lastModifiedById: by };
    const keyPrefix = type === 'CustomObject' ? freePrefix(session, fullName, components) : undefined;
    return { kind: 'created', component: { type, fullName, content, files, id, keyPrefix, ...stamps } };
  }
  if (isDeepStrictEqual(content, before.content) && isDeepStrictEqual(draft.files, before.files)) {
    return { kind: 'unchanged', component: before, before };
  }
  const component = { ...before, content, files: draft.files, lastModifiedDate: stamp, lastModifiedById: by };
  return { kind: 'changed', component, before };
}

/** A record of custom metadata has the prefix of its type. */
function prefixFor(type: string, fullName: string, components: ReadonlyMap<string, Component>): string {
  if (type !== 'CustomMetadata') return idPrefixOf(type);
  const object = components.get(draftKey('CustomObject', `${fullName.split('.')[0]}__mdt`));
  return object?.keyPrefix ?? idPrefixOf(type);
}

/** The next prefix that no object has or ever had: records of a deleted object may still be referred to. */
function freePrefix(
  session: Session,
  fullName: string,
  components: ReadonlyMap<string, Component>,
): string | undefined {
  const first = fullName.endsWith('__mdt') ? 'm' : 'a';
  if (!/__(c|mdt)$/.test(fullName)) return undefined;
  const taken = new Set([...components.values()].map((each) => each.keyPrefix));
  for (;;) {
    const prefix = prefixAt(first, session.org.store.nextNumber(`keyPrefix ${first}`) - 1);
    if (!taken.has(prefix)) return prefix;
  }
}
