import type { FlowPlan } from '../../flow/flow-plan.ts';
import { FlowRecord, isCollection, type FlowValue } from '../../flow/flow-value.ts';
import type { FlowOutcome } from '../../flow/start-flow.ts';

export interface ActionResult {
  readonly actionName: string;
  readonly errors: readonly object[] | null;
  readonly isSuccess: boolean;
  readonly outputValues: Readonly<Record<string, unknown>> | null;
}

export function actionResult(plan: FlowPlan, { outputs, failure }: FlowOutcome, failed: boolean): ActionResult {
  if (failed) {
    const message = `An unhandled fault has occurred in this flow: ${failure ?? 'another start of the same request failed'}`;
    const errors = [{ statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER', message, fields: [] }];
    return { actionName: plan.name, errors, isSuccess: false, outputValues: null };
  }
  const values: Record<string, unknown> = {};
  for (const { name, isOutput } of plan.variables.values())
    if (isOutput) values[name] = shown(outputs.get(name) ?? null);
  return {
    actionName: plan.name,
    errors: null,
    isSuccess: true,
    outputValues: { ...values, Flow__InterviewStatus: 'Finished' },
  };
}

function shown(value: FlowValue): unknown {
  if (isCollection(value)) return value.map((one: FlowValue) => shown(one));
  if (value instanceof FlowRecord) return recordOf(value);
  return value;
}

/** The fields that the flow asked for or set. */
function recordOf(record: FlowRecord): object {
  const fields = Object.entries(record.values).filter(([name, value]) => record.shows(name) && value !== null);
  return { attributes: { type: record.type.name }, ...Object.fromEntries(fields) };
}
