import { NotSupportedError } from '../errors.ts';
import { unmodelledObject } from '../metadata/types/unmodelled.ts';
import type { Field, Schema, SObjectType } from '../schema/model.ts';
import type { FlowContent } from './flow-content.ts';
import type { FlowNames } from '../formula/flow-scope.ts';
import { integrityError, located } from './flow-problem.ts';
import type { FlowValue } from './flow-value.ts';
import type { Interview } from './interview.ts';
import type { FlowSchedule } from './scheduled/flow-schedule.ts';
import type { ScheduledPath } from './scheduled/scheduled-paths.ts';

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
  /** Absent when the flow has scheduled paths only. */
  readonly first: string | undefined;
  readonly paths: readonly ScheduledPath[];
  /** When the clock sets it off. */
  readonly schedule?: FlowSchedule;
  /** What the flow's `runInMode` says: as the user, or free of what the user may; undefined: as it was started. */
  readonly asUser: boolean | undefined;
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
  /** When the flow runs: by then the other flow is there. */
  subflow(name: string): FlowPlan;
  subflowVariables(name: string): ReadonlyMap<string, FlowVariable>;
}

/** When a record-triggered flow runs; undefined for a flow that something else starts. */
export type FlowMoment = 'RecordBeforeSave' | 'RecordAfterSave' | 'RecordBeforeDelete';

export function objectNamed(schema: Schema, name: string | undefined): SObjectType {
  const type = name === undefined ? undefined : schema.object(name);
  if (type === undefined && unmodelledObject(name ?? '')) throw new NotSupportedError(`object ${name ?? ''}`);
  if (type === undefined) throw integrityError(`The object "${name ?? ''}" can't be found.`);
  return type;
}

export function fieldNamed(type: SObjectType, name: string | undefined): Field {
  const field = type.field(name ?? '');
  if (field === undefined)
    throw integrityError(`The field "${name ?? ''}" for the object "${type.name}" doesn't exist.`);
  return field;
}

interface FieldAssignment {
  readonly field?: string;
}

/** Fields that an element writes must exist and hold a value of their own. */
export function checkAssignments(type: SObjectType, assignments: readonly FieldAssignment[]): void {
  for (const part of assignments) {
    located(part, 'field', () => {
      const field = fieldNamed(type, part.field);
      if (!field.stored || field.summary !== undefined)
        throw integrityError(`The field "${field.name}" for the object "${type.name}" isn't writable.`);
    });
  }
}

/** The object of what a reference names, where that is known before the flow runs. */
export function referredObject(context: FlowContext, reference: string): SObjectType | undefined {
  if (reference.includes('.')) return undefined;
  return reference.toLowerCase() === '$record' ? context.names.recordType : context.names.find(reference)?.object;
}
