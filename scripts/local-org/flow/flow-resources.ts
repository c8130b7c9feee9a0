import type { Schema } from '../schema/model.ts';
import type { FlowContent } from './flow-content.ts';
import type { FlowNames } from '../formula/flow-scope.ts';
import { flowFormula } from './flow-formula.ts';
import { objectNamed, type FlowVariable } from './flow-plan.ts';
import type { FlowValue } from './flow-value.ts';
import { literalOf, valueOf } from './flow-values.ts';
import type { Interview } from './interview.ts';
import { mergeText } from './merge-text.ts';

export function flowVariables(schema: Schema, content: FlowContent): Map<string, FlowVariable> {
  const variables = (content.variables ?? []).map((variable): FlowVariable => {
    const name = variable.name ?? '';
    const object = variable.objectType === undefined ? undefined : objectNamed(schema, variable.objectType, name);
    const isCollection = variable.isCollection === true;
    return {
      name,
      dataType: variable.dataType ?? 'String',
      isCollection,
      isInput: variable.isInput === true,
      isOutput: variable.isOutput === true,
      ...(object === undefined ? {} : { object }),
      initial: isCollection ? [] : variable.value?.elementReference === undefined ? literalOf(variable.value) : null,
    };
  });
  return new Map(variables.map((variable) => [variable.name, variable]));
}

/** Formulas, constants and text templates. */
export function computedResources(
  content: FlowContent,
  names: FlowNames,
): Map<string, (interview: Interview) => FlowValue> {
  const computed = new Map<string, (interview: Interview) => FlowValue>();
  for (const { name = '', value } of content.constants ?? [])
    computed.set(name, (interview) => valueOf(interview, value));
  for (const { name = '', text = '' } of content.textTemplates ?? [])
    computed.set(name, (interview) => mergeText(interview, text));
  for (const { name = '', expression = '', dataType, scale } of content.formulas ?? []) {
    const formula = flowFormula(names, expression, dataType, scale);
    computed.set(name, (interview) => formula.evaluate(interview));
  }
  return computed;
}
