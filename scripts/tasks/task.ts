import type { Report } from '../model/events.ts';
import type { OrgPort } from '../salesforce/org-port.ts';

export interface TaskContext {
  readonly org: OrgPort;
  readonly report: Report;
  /** Aborted on Ctrl-C: a task stops before its next write; run again, it goes on from there. */
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What a plan may use: it knows no org. */
export type PlanContext = Pick<TaskContext, 'report' | 'signal' | 'now'>;

/**
 * One act against an org, in three steps: `read` asks the org and parses all input, `plan` asks nobody and is what
 * `--dry-run` shows (one that takes its time tells of it and can be stopped), `apply` writes what the plan says and nothing else. Applying a plan twice changes nothing the
 * second time.
 */
export interface Task<Input, State, Plan, Outcome> {
  read(context: TaskContext, input: Input): Promise<State>;
  plan(state: State, input: Input, context: PlanContext): Plan | Promise<Plan>;
  apply(context: TaskContext, plan: Plan): Promise<Outcome>;
}

export interface TaskRun<Plan, Outcome> {
  readonly plan: Plan;
  /** Absent on a dry run. */
  readonly outcome?: Outcome;
}

/** Runs a task once; on a dry run nothing is written. */
export async function runTask<Input, State, Plan, Outcome>(
  task: Task<Input, State, Plan, Outcome>,
  context: TaskContext,
  input: Input,
  options: { readonly dryRun: boolean },
): Promise<TaskRun<Plan, Outcome>> {
  const state = await task.read(context, input);
  const plan = await task.plan(state, input, context);
  if (options.dryRun) return { plan };
  context.signal.throwIfAborted();
  return { plan, outcome: await task.apply(context, plan) };
}
