import { ELEMENT_KINDS } from '../element-kinds.ts';
import { NotSupportedError } from '../../errors.ts';
import type { FlowContent } from '../flow-content.ts';
import { reachableFrom } from '../flow-order.ts';
import type { FlowContext } from '../flow-plan.ts';
import { type FlowProblems, integrityError, titleOf } from '../flow-problem.ts';
import { checkReferences } from './check-references.ts';
import { refuseValues } from './refuse-unknown.ts';

interface Part {
  readonly name?: string;
}

/** What holds for every element and resource alike: its names and its values; and what a path that runs later may not do. */
export function checkParts(context: FlowContext, problems: FlowProblems): void {
  const { content, names } = context;
  const paths = content.start?.scheduledPaths ?? [];
  const behind = (some: typeof paths): Set<string> =>
    new Set(some.flatMap(({ connector }) => [...reachableFrom(content, connector?.targetReference)]));
  const later = behind(paths);
  const timed = behind(paths.filter(({ pathType }) => pathType !== 'AsyncAfterCommit'));
  const asksPrior = priorMentions(content);
  const isScheduled = content.start?.triggerType === 'Scheduled';
  const check = (part: Part, label: string, formulasToo: boolean): void => {
    problems.collect(part, titleOf(part, label), () => {
      refuseValues(part, formulasToo);
      checkReferences(part, names);
      if (later.has(part.name ?? '')) checkLater(part, label);
      if (isScheduled && asksPrior(part))
        throw integrityError('$Record__Prior is not available in a schedule-triggered flow.');
      if (timed.has(part.name ?? '') && asksPrior(part))
        throw new NotSupportedError('Flow $Record__Prior in a scheduled path');
    });
  };
  for (const { parts, label, tag } of ELEMENT_KINDS)
    for (const part of parts(content)) check(part, label, tag !== 'transforms');
  for (const part of content.constants ?? []) check(part, 'Constant', true);
  for (const part of content.textTemplates ?? []) check(part, 'Text Template', true);
  for (const part of content.variables ?? []) check(part, 'Variable', true);
}

/** Does a part ask for the record as it was, itself or by a formula or template that does? By then nobody knows it. */
function priorMentions(content: FlowContent): (part: Part) => boolean {
  const names = ['$Record__Prior'];
  const asks = (part: Part): boolean => {
    const text = JSON.stringify({ ...part, name: undefined });
    return names.some((name) => new RegExp(`(^|[^\\w])${name.replace('$', '\\$')}\\b`, 'i').test(text));
  };
  const open = new Set<Part>([...(content.formulas ?? []), ...(content.textTemplates ?? [])]);
  for (let found = true; found;) {
    found = false;
    for (const each of open) {
      if (!asks(each)) continue;
      open.delete(each);
      names.push(each.name ?? '');
      found = true;
    }
  }
  return asks;
}

/** By then the record is saved: nobody is there to be told of an error. */
function checkLater(part: Part, label: string): void {
  if (label === 'Custom Error')
    throw integrityError('A custom error element is not available in a path that runs after the record is saved.');
}
