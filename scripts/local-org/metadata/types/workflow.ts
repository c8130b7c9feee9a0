import type { WorkflowFieldUpdate, WorkflowRule } from '@salesforce/types/metadata';
import { NotSupportedError, OrgError } from '../../errors.ts';
import { BadValue } from '../../save/convert-value.ts';
import { fieldUpdate } from '../../save/workflow/field-update.ts';
import { workflowRule as compileRule } from '../../save/workflow/rule.ts';
import { checkName, limitText, ownerOf, shortName } from './common-checks.ts';
import type { Rule, RuleContext } from './rule.ts';
import { componentIn } from './rule.ts';

export const workflowFieldUpdate: Rule<WorkflowFieldUpdate> = (update, context) => {
  const owner = ownerOf(context);
  checkName(context, shortName(context.fullName), 80, 'Unique Name');
  limitText(context, update, 'name', 80, 'Name');
  limitText(context, update, 'description', 255, 'Description');
  if (update.notifyAssignee)
    context.report(new NotSupportedError('WorkflowFieldUpdate notifyAssignee').message, update, 'notifyAssignee');
  const component = componentIn(context, 'WorkflowFieldUpdate', context.fullName);
  if (owner && component) reporting(context, update, () => fieldUpdate(context.schema, owner, component));
};

export const workflowRule: Rule<WorkflowRule> = (rule, context) => {
  const owner = ownerOf(context);
  if (shortName(context.fullName).length > 80)
    context.report(`Rule Name: data value too large: ${shortName(context.fullName)} (max length=80)`);
  limitText(context, rule, 'description', 255, 'Description');
  const component = componentIn(context, 'WorkflowRule', context.fullName);
  if (owner && component) reporting(context, rule, () => compileRule(context.schema, owner, component));
};

function reporting(context: RuleContext, at: object, compile: () => unknown): void {
  try {
    compile();
  } catch (error) {
    if (!(error instanceof OrgError || error instanceof BadValue)) throw error;
    context.report(error.message, at);
  }
}
