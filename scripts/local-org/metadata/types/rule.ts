import type { Session } from '../../org.ts';
import type { Component, Schema } from '../../schema/model.ts';
import type { ComponentState } from '../deploy/state.ts';

/** What a rule sees: the org as it would be after the deploy, and as it is. */
export interface RuleContext {
  readonly session: Session;
  readonly schema: Schema;
  readonly before: Schema;
  readonly components: ComponentState;
  /** Full name of the component under examination. */
  readonly fullName: string;
  readonly files: NonNullable<Component['files']>;
  /** Notes an error at a part of the content, or at one of its fields. */
  report(message: string, at?: object, field?: string): void;
}

/** The platform's rules for one metadata type. Content has the shape that its declaration in @salesforce/types says. */
export type Rule<Content = Readonly<Record<string, unknown>>> = (content: Content, context: RuleContext) => void;

/** A component of the next state by type and name. */
export const componentIn = (context: RuleContext, type: string, fullName: string): Component | undefined =>
  context.components.get(`${type}:${fullName.toLowerCase()}`);
