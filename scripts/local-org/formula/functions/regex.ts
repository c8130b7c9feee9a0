import { illegalArgument } from '../build/complaint.ts';
import { javaRegex } from '../value/java-regex.ts';
import type { Value } from '../value/value.ts';
import type { FunctionDefinition } from './definition.ts';

const CACHE_LIMIT = 200;
const compiled = new Map<string, RegExp>();

/** Patterns from fields repeat from record to record. */
function patternOf(source: string): RegExp {
  const known = compiled.get(source);
  if (known) return known;
  if (compiled.size >= CACHE_LIMIT) compiled.clear();
  const pattern = javaRegex(source);
  compiled.set(source, pattern);
  return pattern;
}

const textOf = (value: Value): string => (value as string | null) ?? '';

/** The whole text must match. Not in formula fields: their values are computed in the database. */
export const REGEX: FunctionDefinition = {
  name: 'REGEX',
  contexts: ['validation', 'workflow', 'flow', 'default'],
  build(call) {
    call.requireCount(2);
    for (const index of [0, 1])
      if (call.plain(index).type !== 'Text') throw illegalArgument(call.name, call.arg(index).node);
    const [text, pattern] = [call.arg(0).run, call.arg(1)];
    if (pattern.node.kind === 'text') patternOf(pattern.node.value);
    return {
      type: 'Boolean',
      run: (environment) => patternOf(textOf(pattern.run(environment))).test(textOf(text(environment))),
    };
  },
};
