import { ELEMENT_KINDS } from '../element-kinds.ts';
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
  const later = new Set(
    (content.start?.scheduledPaths ?? []).flatMap(({ connector }) => [
      ...reachableFrom(content, connector?.targetReference),
    ]),
  );
  const check = (part: Part, label: string, formulasToo: boolean): void => {
    problems.collect(part, titleOf(part, label), () => {
      refuseValues(part, formulasToo);
      checkReferences(part, names);
      if (later.has(part.name ?? '')) checkLater(part, label);
    });
  };
  for (const { parts, label, tag } of ELEMENT_KINDS)
    for (const part of parts(content)) check(part, label, tag !== 'transforms');
  for (const part of content.constants ?? []) check(part, 'Constant', true);
  for (const part of content.textTemplates ?? []) check(part, 'Text Template', true);
  for (const part of content.variables ?? []) check(part, 'Variable', true);
}

/** By then the record is saved: nobody is there to be told of an error. */
function checkLater(part: Part, label: string): void {
  if (label === 'Custom Error')
    throw integrityError('A custom error element is not available in a path that runs after the record is saved.');
}
