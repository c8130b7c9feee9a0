import { NotSupportedError } from '../errors.ts';
import { compileFlowFormula } from '../formula/compile-flow-formula.ts';
import type {
  CompiledFormula,
  FormulaReference,
  FormulaScope,
  FormulaType,
  FormulaValue,
} from '../formula/contract.ts';
import { flowScope, type FlowNames } from '../formula/flow-scope.ts';
import { FlowFault, scalar } from './flow-value.ts';
import type { Interview } from './interview.ts';
import { readReference } from './references.ts';

const TYPES: Readonly<Record<string, FormulaType>> = {
  Number: 'Number',
  Currency: 'Number',
  Date: 'Date',
  DateTime: 'DateTime',
  Time: 'Time',
  Boolean: 'Boolean',
  String: 'Text',
  Picklist: 'Text',
  Multipicklist: 'Text',
};

/** The formula engine's word for a flow's data type; undefined for records. */
export const formulaType = (dataType: string | undefined): FormulaType | undefined =>
  dataType === undefined ? undefined : TYPES[dataType];

export interface FlowFormula {
  evaluate(interview: Interview): FormulaValue;
}

export const flowFormula = (names: FlowNames, expression: string, dataType?: string, scale?: number): FlowFormula =>
  compiled(flowScope(names), expression, dataType, scale);

/** The formula that decides whether a record starts the flow. */
export const entryFormula = (names: FlowNames, expression: string): FlowFormula =>
  compiled(flowScope(names, true), expression, 'Boolean');

function compiled(scope: FormulaScope, expression: string, dataType?: string, scale?: number): FlowFormula {
  const returnType = formulaType(dataType);
  const formula = compileFlowFormula(expression, scope, {
    blanks: 'blank',
    ...(returnType === undefined ? {} : { returnType }),
    ...(scale === undefined ? {} : { scale }),
  });
  return { evaluate: (interview) => evaluate(formula, interview) };
}

function evaluate(formula: CompiledFormula, interview: Interview): FormulaValue {
  const { tx } = interview;
  const { user } = tx.session;
  try {
    return formula.evaluate({
      value: (reference) => scalar(readReference(interview, reference.path.join('.'))),
      prior: (reference) => scalar(readReference(interview, priorName(reference))),
      isNew: interview.isNew,
      isClone: false,
      now: tx.now,
      timeZone: user.timeZone,
      language: user.language,
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'FormulaRuntimeError') throw new FlowFault(error.message);
    throw error;
  }
}

function priorName(reference: FormulaReference): string {
  const [root = '', ...rest] = reference.path;
  if (root !== '$Record') throw new NotSupportedError(`PRIORVALUE of ${reference.path.join('.')} in a flow`);
  return ['$Record__Prior', ...rest].join('.');
}
