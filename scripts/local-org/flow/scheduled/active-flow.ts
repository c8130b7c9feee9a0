import type { Org } from '../../org.ts';
import type { SObjectType } from '../../schema/model.ts';
import { compileFlow } from '../compile-flow.ts';
import type { FlowPlan } from '../flow-plan.ts';
import { isActive } from '../trigger-flows.ts';
import type { WaitingPath } from './path-queue.ts';
import type { ScheduledPath } from './scheduled-paths.ts';

export interface StandingPath {
  readonly type: SObjectType;
  readonly plan: FlowPlan;
  readonly path: ScheduledPath;
}

/** The path in the version of its flow that is active now; what became of an inactive flow's paths is nothing. */
export function activeFlow(org: Org, waiting: WaitingPath): StandingPath | undefined {
  const schema = org.schema();
  const component = schema.component('Flow', waiting.flow);
  const type = schema.object(waiting.object);
  if (component === undefined || type === undefined || !isActive(schema, component)) return undefined;
  const plan = compileFlow(schema, component);
  const path = plan.paths.find(({ name }) => name === waiting.path);
  return path && { type, plan, path };
}
