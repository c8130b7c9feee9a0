import { NotSupportedError } from '../errors.ts';
import type { Schema } from '../schema/model.ts';
import type { FlowNames } from '../formula/flow-scope.ts';
import { flowFormula } from './flow-formula.ts';
import { contentOf, type FlowContent, type Part } from './flow-content.ts';
import { objectNamed, type FlowVariable } from './flow-plan.ts';
import { type FlowProblems, integrityError, located, titleOf } from './flow-problem.ts';
import type { FlowValue } from './flow-value.ts';
import { literalOf, valueOf } from './flow-values.ts';
import type { Interview } from './interview.ts';
import { mergeText } from './merge-text.ts';

export function flowVariables(schema: Schema, content: FlowContent): Map<string, FlowVariable> {
  const variables = (content.variables ?? []).map((variable) => flowVariable(schema, variable));
  return new Map(variables.map((variable) => [variable.name, variable]));
}

function flowVariable(schema: Schema, variable: Part<'variables'>): FlowVariable {
  const { name = '', dataType = 'String', objectType, value } = variable;
  if (dataType === 'Apex')
    located(variable, 'dataType', () => {
      throw new NotSupportedError('Flow dataType Apex');
    });
  const object =
    objectType === undefined ? undefined : located(variable, 'objectType', () => objectNamed(schema, objectType));
  const isCollection = variable.isCollection === true;
  return {
    name,
    dataType,
    isCollection,
    isInput: variable.isInput === true,
    isOutput: variable.isOutput === true,
    ...(object === undefined ? {} : { object }),
    initial: isCollection ? [] : value?.elementReference === undefined ? literalOf(value) : null,
  };
}

/** The variables of a flow that another one starts; nothing starts what is not there. */
export function subflowVariables(schema: Schema, name: string): ReadonlyMap<string, FlowVariable> {
  const component = schema.component('Flow', name);
  if (component === undefined) throw integrityError(`The flow "${name}" can't be found.`);
  return flowVariables(schema, contentOf(component));
}

/** Formulas, constants and text templates. */
export function computedResources(
  content: FlowContent,
  names: FlowNames,
  problems: FlowProblems,
): Map<string, (interview: Interview) => FlowValue> {
  const computed = new Map<string, (interview: Interview) => FlowValue>();
  for (const { name = '', value } of content.constants ?? [])
    computed.set(name, (interview) => valueOf(interview, value));
  for (const { name = '', text = '' } of content.textTemplates ?? [])
    computed.set(name, (interview) => mergeText(interview, text));
  for (const part of content.formulas ?? []) {
    const { name = '', expression = '', dataType, scale } = part;
    problems.collect(part, titleOf(part, 'Formula'), () => {
      const formula = located(part, 'expression', () => flowFormula(names, expression, dataType, scale));
      computed.set(name, (interview) => formula.evaluate(interview));
    });
  }
  return computed;
}
