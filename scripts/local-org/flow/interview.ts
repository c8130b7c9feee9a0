import type { SaveItem } from '../save/save-item.ts';
import type { Transaction } from '../save/transaction.ts';
import type { FlowPlan } from './flow-plan.ts';
import type { FlowCollection, FlowRecord, FlowValue } from './flow-value.ts';

export interface LoopState {
  readonly items: FlowCollection;
  next: number;
}

/** One flow in progress: the outermost frame is the flow that was started, further ones are subflows. */
export interface Frame {
  readonly plan: FlowPlan;
  readonly values: Map<string, FlowValue>;
  readonly loops: Map<string, LoopState>;
  readonly visited: Set<string>;
  /** Does it obey what the user may? Flows that records set off do not. */
  readonly asUser: boolean;
  /** The element to run next; undefined at the end. */
  at: string | undefined;
  /** Runs after this frame is taken off. */
  onEnd?: () => void;
}

/**
 * A run of a flow for one record. States: running → done, or running → failed (`failure` says why).
 */
export interface Interview {
  readonly tx: Transaction;
  readonly frames: Frame[];
  readonly guid: string;
  /** The record that set the flow off, as $Record and $Record__Prior. */
  readonly record?: FlowRecord;
  readonly prior?: FlowRecord;
  readonly item?: SaveItem;
  readonly isNew: boolean;
  faultMessage: string | null;
  state: 'running' | 'done' | 'failed';
  failure?: string;
}

export function frameOf(interview: Interview): Frame {
  const frame = interview.frames.at(-1);
  if (frame === undefined) throw new TypeError('Expected an interview with a frame, got none');
  return frame;
}

export const initialValues = (plan: FlowPlan): Map<string, FlowValue> =>
  new Map([...plan.variables.values()].map((variable) => [variable.name, variable.initial]));

/** `asUser` is how the flow was started; the flow itself may say otherwise. */
export function newFrame(plan: FlowPlan, values: Map<string, FlowValue>, asUser: boolean): Frame {
  return { plan, values, asUser: plan.asUser ?? asUser, loops: new Map(), visited: new Set(), at: plan.first };
}
