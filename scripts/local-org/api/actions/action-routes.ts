import { compileFlow } from '../../flow/compile-flow.ts';
import { contentOf } from '../../flow/flow-content.ts';
import type { FlowPlan } from '../../flow/flow-plan.ts';
import { startFlow } from '../../flow/start-flow.ts';
import { isActive } from '../../flow/trigger-flows.ts';
import { NotSupportedError, OrgError } from '../../errors.ts';
import type { Schema } from '../../schema/model.ts';
import type { Component } from '../../schema/model.ts';
import { notFound } from '../error-body.ts';
import { type JsonObject, requireJsonObject } from '../rest/row-from-json.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { describeAction } from './describe-action.ts';
import { readFlowInput } from './flow-input.ts';
import { actionResult } from './flow-output.ts';

const BASE = '/services/data/:version/actions';

/** Of the platform's actions the local org has the autolaunched flows. */
export const actionRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: BASE,
    feature: 'Invocable Actions',
    handle: ({ urlBase }) => ({ status: 200, body: { custom: `${urlBase}/actions/custom` } }),
  },
  {
    method: 'GET',
    pattern: `${BASE}/custom`,
    feature: 'Custom Invocable Actions',
    handle: ({ urlBase }) => ({ status: 200, body: { flow: `${urlBase}/actions/custom/flow` } }),
  },
  { method: 'GET', pattern: `${BASE}/custom/flow`, feature: 'Flow Actions', handle: list },
  {
    method: 'GET',
    pattern: `${BASE}/custom/flow/:name`,
    feature: 'Flow Actions: describe',
    handle: (request) => ({ status: 200, body: describeAction(planOf(request)) }),
  },
  { method: 'POST', pattern: `${BASE}/custom/flow/:name`, feature: 'Flow Actions: invoke', handle: invoke },
];

function list({ session, urlBase }: ApiRequest): ApiResponse {
  const actions = startable(session.org.schema()).map(({ fullName, content }) => ({
    label: contentOf({ content } as Component).label ?? fullName,
    name: fullName,
    type: 'FLOW',
    url: `${urlBase}/actions/custom/flow/${fullName}`,
  }));
  return { status: 200, body: { actions } };
}

/** Active flows that nothing but a call starts. */
function startable(schema: Schema): Component[] {
  return schema.components('Flow').filter((component) => {
    const { processType, start } = contentOf(component);
    const isTriggered = start?.triggerType !== undefined && start.triggerType !== 'None';
    return processType === 'AutoLaunchedFlow' && !isTriggered && isActive(schema, component);
  });
}

function planOf({ session, params }: ApiRequest): FlowPlan {
  const schema = session.org.schema();
  const name = params['name']?.toLowerCase();
  const component = startable(schema).find(({ fullName }) => fullName.toLowerCase() === name);
  if (component === undefined) throw notFound();
  return compileFlow(schema, component);
}

function invoke(request: ApiRequest): ApiResponse {
  const plan = planOf(request);
  const { inputs } = requireJsonObject(request.json());
  if (!Array.isArray(inputs) || inputs.length === 0)
    throw new OrgError('INVALID_INPUT', 'Expected a list of inputs in inputs, with one entry for each start.');
  // How the platform splits more is not documented where we could read it.
  if (inputs.length > 200) throw new NotSupportedError('more than 200 inputs of an action');
  const outcomes = startFlow<JsonObject>(request.session, plan, inputs.map(requireJsonObject), (tx, input) =>
    readFlowInput(plan, tx, input),
  );
  const failed = outcomes.some(({ failure }) => failure !== undefined);
  return {
    status: failed ? 400 : 200,
    body: outcomes.map((outcome) => actionResult(plan, outcome, failed)),
  };
}
