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

export function newFrame(plan: FlowPlan, values: Map<string, FlowValue>): Frame {
  return { plan, values, loops: new Map(), visited: new Set(), at: plan.first };
}
