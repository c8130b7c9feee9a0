import { isDeepStrictEqual } from 'node:util';
import type { Session } from '../../org.ts';
import { prefixAt } from '../../schema/key-prefixes.ts';
import type { Component } from '../../schema/model.ts';
import type { Draft } from '../package/draft.ts';
import { draftKey } from '../package/draft.ts';
import { idPrefixOf } from '../type-catalogue.ts';
import type { FlowHistory } from '../flows/history.ts';
import { flowHistory, standingContent, withActive, withVersion } from '../flows/history.ts';
import { mergedContent } from './merge-content.ts';
import { existingRowId } from './row-ids.ts';
import { standardComponent } from '../retrieve/standard-components.ts';
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
  /** Flows whose versions change, by full name. */
  readonly flows: ReadonlyMap<string, FlowHistory>;
}

/** Puts drafts and deletions onto the components that are there. Nothing is written. */
export function nextState(
  session: Session,
  current: ComponentState,
  work: { deleteBefore: readonly string[]; drafts: readonly Draft[]; deleteAfter: readonly string[] },
): NextState {
  const components = new Map(current);
  const changes = new Map<string, Change>();
  const flows = new Map<string, FlowHistory>();
  for (const key of work.deleteBefore) remove(components, changes, key);
  for (const draft of work.drafts) {
    const key = draftKey(draft.type, draft.fullName);
    const made = draft.type === 'Flow' ? addFlowVersion(session, draft, flows) : draft;
    const change = changeOf(session, made, components);
    // A flow definition only says which version of its flow is active.
    if (draft.type === 'FlowDefinition') activate(session, draft, { components, changes, flows });
    else components.set(key, change.component);
    changes.set(key, change);
  }
  for (const key of work.deleteAfter) remove(components, changes, key);
  return { components, changes, flows };
}

function addFlowVersion(session: Session, draft: Draft, flows: Map<string, FlowHistory>): Draft {
  const history = withVersion(session, flowHistory(session, draft.fullName), draft.fullName, draft.content);
  flows.set(draft.fullName, history);
  return { ...draft, content: standingContent(history) };
}

interface OpenState {
  readonly components: Map<string, Component>;
  readonly changes: Map<string, Change>;
  readonly flows: Map<string, FlowHistory>;
}

function activate(session: Session, draft: Draft, { components, changes, flows }: OpenState): void {
  const key = draftKey('Flow', draft.fullName);
  const flow = components.get(key);
  const history = flows.get(draft.fullName) ?? flowHistory(session, draft.fullName);
  if (!flow || !history) return;
  const next = withActive(history, Number(draft.content['activeVersionNumber'] ?? 0));
  flows.set(draft.fullName, next);
  const component = { ...flow, content: standingContent(next) };
  components.set(key, component);
  const former = changes.get(key);
  changes.set(key, {
    kind: former?.kind === 'created' ? 'created' : 'changed',
    component,
    before: former?.before ?? flow,
  });
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
  const content = mergedContent(draft, before ?? builtIn(session, draft));
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

/**
 * What a new org has counts as deployed: values that a deploy leaves out are switched off, and a standard object of
 * which only fields are deployed keeps what it says of itself.
 */
function builtIn(session: Session, { type, fullName }: Draft): Component | undefined {
  const standing = ['StandardValueSet', 'CustomObject'].includes(type);
  return standing ? standardComponent(session.org.schema(), type, fullName) : undefined;
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
