import { NotSupportedError, OrgError } from '../../errors.ts';
import { compileFormula } from '../../formula/compile.ts';
import { objectScope } from '../../formula/object-scope.ts';
import { flagOf, listOf, wordOf } from '../../schema/content.ts';
import { criteriaOf } from '../../schema/lookup-filter.ts';
import type { Component, Schema, SObjectType } from '../../schema/model.ts';
import { bindFormula } from '../bound-formula.ts';
import { criteriaTest, type CriteriaTest } from '../criteria.ts';
import { fieldOperand } from '../field-operand.ts';

export type Trigger = 'onCreateOnly' | 'onAllChanges' | 'onCreateOrTriggeringUpdate';

export interface WorkflowRule {
  readonly name: string;
  readonly trigger: Trigger;
  readonly holds: CriteriaTest;
  /** Full names of its field updates in their order. */
  readonly updates: readonly string[];
}

/** One workflow rule, compiled. Throws what a deploy reports. */
export function workflowRule(schema: Schema, type: SObjectType, { fullName, content }: Component): WorkflowRule {
  if (listOf(content, 'workflowTimeTriggers').length > 0)
    throw new NotSupportedError('WorkflowRule workflowTimeTriggers');
  const trigger = wordOf(content, 'triggerType') ?? '';
  if (!isTrigger(trigger)) throw new NotSupportedError(`WorkflowRule triggerType ${trigger}`);
  return {
    name: fullName,
    trigger,
    holds: condition(schema, type, content),
    updates: updatesOf(schema, type, content),
  };
}

const isTrigger = (word: string): word is Trigger =>
  ['onCreateOnly', 'onAllChanges', 'onCreateOrTriggeringUpdate'].includes(word);

function condition(schema: Schema, type: SObjectType, content: Component['content']): CriteriaTest {
  const formula = wordOf(content, 'formula');
  const items = criteriaOf(content, 'criteriaItems');
  if ((formula === undefined) === (items.length === 0))
    throw new OrgError('INVALID_INPUT', 'Must specify either criteriaItems or formula for a workflow rule');
  if (formula !== undefined) {
    const scope = objectScope(schema, type, 'workflow');
    const bound = bindFormula(schema, type, compileFormula(formula, scope, { blanks: 'blank', returnType: 'Boolean' }));
    return (view) => bound.run(view) === true;
  }
  const logic = wordOf(content, 'booleanFilter');
  return criteriaTest({ items, logic, caseSensitive: false, operand: (name) => operand(schema, type, name) });
}

/** `Opportunity.StageName` is the record's own field, `User.Department` that of whoever saves. */
function operand(schema: Schema, type: SObjectType, name: string) {
  const [objectName = '', ...path] = name.split('.');
  if (objectName.toLowerCase() === type.name.toLowerCase()) return fieldOperand(schema, type, path.join('.'));
  if (objectName === 'User' && type.name !== 'User') return fieldOperand(schema, type, ['$User', ...path].join('.'));
  throw new NotSupportedError(`a workflow rule of ${type.name} with criteria on ${name}`);
}

function updatesOf(schema: Schema, type: SObjectType, content: Component['content']): string[] {
  return listOf(content, 'actions').map((action) => {
    const kind = wordOf(action, 'type') ?? '';
    if (kind !== 'FieldUpdate') throw new NotSupportedError(`workflow action ${kind}`);
    const name = `${type.name}.${wordOf(action, 'name') ?? ''}`;
    if (schema.component('WorkflowFieldUpdate', name)) return name;
    throw new OrgError('INVALID_CROSS_REFERENCE_KEY', `In field: name - no WorkflowFieldUpdate named ${name} found`);
  });
}

export const isActive = ({ content }: Component): boolean => flagOf(content, 'active');
