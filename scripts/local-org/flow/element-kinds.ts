import { assignment } from './elements/assignment.ts';
import { collectionProcessor } from './elements/collection-processor.ts';
import { recordCreate } from './elements/create.ts';
import { customError } from './elements/custom-error.ts';
import { decision } from './elements/decision.ts';
import { recordDelete } from './elements/delete.ts';
import { recordLookup } from './elements/lookup.ts';
import { loop } from './elements/loop.ts';
import { subflow } from './elements/subflow.ts';
import { transform } from './elements/transform.ts';
import { recordUpdate } from './elements/update.ts';
import type { FlowContent, Part } from './flow-content.ts';
import type { Element, FlowContext } from './flow-plan.ts';

interface Named {
  readonly name?: string;
}

export interface ElementKind {
  /** The tag in the flow's file. */
  readonly tag: keyof FlowContent;
  /** What Flow Builder calls it. */
  readonly label: string;
  parts(content: FlowContent): readonly Named[];
  compile(part: Named, context: FlowContext): Element;
}

function kind<Tag extends keyof FlowContent>(
  tag: Tag,
  label: string,
  compile: (part: Part<Tag>, context: FlowContext) => Element,
): ElementKind {
  return {
    tag,
    label,
    parts: (content) => (content[tag] ?? []) as readonly Named[],
    compile: (part, context) => compile(part as Part<Tag>, context),
  };
}

/** Every kind of element that runs. What is not here is refused by name when the flow is deployed. */
export const ELEMENT_KINDS: readonly ElementKind[] = [
  kind('assignments', 'Assignment', assignment),
  kind('collectionProcessors', 'Collection Processor', collectionProcessor),
  kind('customErrors', 'Custom Error', customError),
  kind('decisions', 'Decision', decision),
  kind('loops', 'Loop', loop),
  kind('recordCreates', 'Create Records', recordCreate),
  kind('recordDeletes', 'Delete Records', recordDelete),
  kind('recordLookups', 'Get Records', recordLookup),
  kind('recordUpdates', 'Update Records', recordUpdate),
  kind('subflows', 'Subflow', subflow),
  kind('transforms', 'Transform', transform),
];
