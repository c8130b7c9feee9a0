import { NotSupportedError } from '../../errors.ts';
import type { SObjectType } from '../../schema/model.ts';
import { EACH_ITEM } from '../check/check-references.ts';
import { setField } from '../coerce.ts';
import type { Part, Value } from '../flow-content.ts';
import { flowFormula } from '../flow-formula.ts';
import { checkAssignments, type FlowContext } from '../flow-plan.ts';
import { located } from '../flow-problem.ts';
import { copied, FlowFault, FlowRecord, scalar, type FlowValue } from '../flow-value.ts';
import { valueOf } from '../flow-values.ts';
import type { Interview } from '../interview.ts';
import { collectionOfItem, splitEachItem } from './each-item.ts';

export type TransformAction = NonNullable<
  NonNullable<Part<'transforms'>['transformValues']>[number]['transformValueActions']
>[number];

export interface Mapping {
  /** The collection each of whose items is mapped. */
  readonly collection?: string;
  /** The target with what this mapping puts into it. */
  apply(interview: Interview, made: FlowValue): FlowValue;
}

export function mapping(action: TransformAction, context: FlowContext, type: SObjectType | undefined): Mapping {
  const { transformType, outputFieldApiName, value } = action;
  if (transformType !== 'Map') throw new NotSupportedError(`Flow transformType ${transformType ?? ''}`);
  if (type !== undefined && outputFieldApiName !== undefined)
    located(action, 'outputFieldApiName', () => checkAssignments(type, [{ field: outputFieldApiName }]));
  const { collection, read } = source(context, value);
  return {
    ...(collection === undefined ? {} : { collection }),
    apply(interview, made) {
      const found = read(interview);
      if (outputFieldApiName === undefined) return copied(found);
      if (!(made instanceof FlowRecord)) throw new FlowFault(`Expected a record to map ${outputFieldApiName} into`);
      setField(interview.tx, made, outputFieldApiName, scalar(found));
      return made;
    },
  };
}

interface Source {
  readonly collection?: string | undefined;
  read(interview: Interview): FlowValue;
}

function source(context: FlowContext, value: Value | undefined): Source {
  if (value?.formulaExpression !== undefined) return formulaSource(context, value, value.formulaExpression);
  if (value?.elementReference === undefined) return { read: (interview) => valueOf(interview, value) };
  const { collection, reference } = splitEachItem(value.elementReference);
  return { collection, read: (interview) => valueOf(interview, { elementReference: reference }) };
}

function formulaSource({ names }: FlowContext, value: Value, expression: string): Source {
  const collections = [...expression.matchAll(/(\w+)\[\$EachItem\]/g)].map(([, name = '']) => name);
  const rewritten = expression.replaceAll(EACH_ITEM, '__EachItem');
  const scope = { ...names, find: (name: string) => found(names.find, name) };
  const formula = located(value, 'formulaExpression', () => flowFormula(scope, rewritten, value.formulaDataType));
  if (new Set(collections).size > 1) throw new NotSupportedError('Flow transforms of several collections');
  return { collection: collections[0], read: (interview) => formula.evaluate(interview) };
}

/** A formula sees the item as what its collection holds. */
function found(find: FlowContext['names']['find'], name: string): ReturnType<FlowContext['names']['find']> {
  const collection = collectionOfItem(name);
  const meant = collection === undefined ? undefined : find(collection);
  return meant === undefined ? find(name) : { ...meant, name: splitEachItem(meant.name + EACH_ITEM).reference };
}
