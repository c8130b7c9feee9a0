import type { Rule } from './rule.ts';

type AnyRule = Rule<never>;

const rules: Readonly<Record<string, AnyRule>> = {};

/** The rules of a metadata type; none where its shape is all there is to say. */
export const ruleOf = (type: string): Rule | undefined => rules[type] as Rule | undefined;
