import { OrgError } from '../../errors.ts';
import type { Session } from '../../org.ts';
import type { Component, Schema } from '../../schema/model.ts';
import type { Draft } from '../package/draft.ts';
import { draftKey, hasFailed } from '../package/draft.ts';
import type { RuleContext } from '../types/rule.ts';
import { ruleOf } from '../types/rules.ts';
import { positionOf } from '../xml/read-typed.ts';
import type { Change, NextState } from './next-state.ts';

export interface Examination {
  readonly session: Session;
  readonly next: NextState;
  readonly schema: Schema;
}

/** Runs the rules of every draft against the org as it would be. Problems are noted in the drafts. */
export function examineDrafts({ session, next, schema }: Examination, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const change = next.changes.get(draftKey(draft.type, draft.fullName));
    if (!change || change.kind === 'deleted' || hasFailed(draft)) continue;
    const note: RuleContext['report'] = (message, at, field) => {
      const place = positionOf(at ?? draft.content, field);
      draft.problems.push({ ...(place.line > 0 ? place : draft.position), message, kind: 'Error' });
    };
    applyRule(draft.type, draft.content, contextFor({ session, next, schema }, change, note));
  }
}

function contextFor(
  { session, next, schema }: Examination,
  change: Change,
  report: RuleContext['report'],
): RuleContext {
  const { fullName, files = {} } = change.component;
  const before = session.org.schema();
  return { session, schema, before, components: next.components, fullName, files, report };
}

function applyRule(type: string, content: Component['content'], context: RuleContext): void {
  try {
    ruleOf(type)?.(content, context);
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    context.report(error.message);
  }
}

/** Components that were fine and would not be any more: what a deletion or a changed field breaks elsewhere. */
export function brokenByChange(
  examination: Examination,
  dependentTypes: readonly string[],
): { component: Component; message: string }[] {
  const broken: { component: Component; message: string }[] = [];
  for (const component of examination.next.components.values()) {
    const untouched = !examination.next.changes.has(draftKey(component.type, component.fullName));
    if (!untouched || !dependentTypes.includes(component.type)) continue;
    const messages: string[] = [];
    const change: Change = { kind: 'unchanged', component };
    applyRule(
      component.type,
      component.content,
      contextFor(examination, change, (message) => messages.push(message)),
    );
    const [message] = messages;
    if (message) broken.push({ component, message });
  }
  return broken;
}
