import { NotSupportedError, OrgError } from '../errors.ts';
import type { Schema, SObjectType } from '../schema/model.ts';
import type { FlowContent } from './flow-content.ts';
import type { FlowNames } from '../formula/flow-scope.ts';
import type { FlowValue } from './flow-value.ts';
import type { Interview } from './interview.ts';

/** Runs at once and says by the frame's `at` where the interview goes on. */
export interface ImmediateElement {
  readonly kind: 'immediate';
  readonly name: string;
  run(interview: Interview): void;
}

/** Reads or writes records: all interviews that wait at it share one query or one statement. */
export interface BulkElement {
  readonly kind: 'bulk';
  readonly name: string;
  run(interviews: readonly Interview[]): void;
}

export type Element = ImmediateElement | BulkElement;

export interface FlowVariable {
  readonly name: string;
  readonly dataType: string;
  readonly isCollection: boolean;
  readonly isInput: boolean;
  readonly isOutput: boolean;
  readonly object?: SObjectType;
  readonly initial: FlowValue;
}

export interface FlowPlan {
  readonly name: string;
  readonly label: string;
  readonly first: string | undefined;
  readonly elements: ReadonlyMap<string, Element>;
  /** Place in the flow, so that those behind are waited for. */
  readonly order: ReadonlyMap<string, number>;
  readonly variables: ReadonlyMap<string, FlowVariable>;
  /** Formulas, constants and text templates: worked out whenever they are read. */
  readonly computed: ReadonlyMap<string, (interview: Interview) => FlowValue>;
}

/** What elements need to know while they are compiled. */
export interface FlowContext {
  readonly schema: Schema;
  readonly content: FlowContent;
  readonly names: FlowNames;
  readonly variables: ReadonlyMap<string, FlowVariable>;
  readonly moment: FlowMoment | undefined;
  subflow(name: string): FlowPlan;
}

/** When a record-triggered flow runs; undefined for a flow that something else starts. */
export type FlowMoment = 'RecordBeforeSave' | 'RecordAfterSave' | 'RecordBeforeDelete';

export function objectNamed(schema: Schema, name: string | undefined, where: string): SObjectType {
  const type = name === undefined ? undefined : schema.object(name);
  if (type === undefined)
    throw new OrgError('FIELD_INTEGRITY_EXCEPTION', `${where}: the object "${name ?? ''}" can't be found.`);
  return type;
}

const SUPPORTED: ReadonlySet<string> = new Set([
  'assignments',
  'collectionProcessors',
  'constants',
  'customErrors',
  'decisions',
  'ends',
  'environments',
  'formulas',
  'groups',
  'loops',
  'processMetadataValues',
  'customProperties',
  'recordCreates',
  'recordDeletes',
  'recordLookups',
  'recordUpdates',
  'subflows',
  'textTemplates',
  'variables',
]);

/** Refuses by name whatever kind of element the engine does not run. */
export function refuseUnknown(content: FlowContent): void {
  for (const [name, value] of Object.entries(content)) {
    if (Array.isArray(value) && value.length > 0 && !SUPPORTED.has(name))
      throw new NotSupportedError(`Flow element ${name}`);
  }
  if (content.runInMode === 'SystemModeWithSharing' || content.runInMode === 'UserMode') {
    throw new NotSupportedError(`Flow runInMode ${content.runInMode}`);
  }
}
