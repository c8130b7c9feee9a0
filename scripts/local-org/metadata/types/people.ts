import type { Group, Queue, Role } from '@salesforce/types/metadata';
import { checkName, limitText, requireComponent, requireObject } from './common-checks.ts';
import type { Rule, RuleContext } from './rule.ts';
import { componentIn } from './rule.ts';

export const role: Rule<Role> = (role, context) => {
  checkName(context, context.fullName, 80, 'Role Name');
  limitText(context, role, 'name', 80, 'Label');
  limitText(context, role, 'description', 80, 'Role Name as displayed on reports');
  if (role.parentRole) requireComponent(context, 'Role', role.parentRole, role, 'parentRole');
  if (isCircular(context.fullName, context)) context.report('A role cannot report to itself', role, 'parentRole');
};

function isCircular(start: string, context: RuleContext): boolean {
  const seen = new Set<string>();
  for (let name: string | undefined = start; name;) {
    if (seen.has(name.toLowerCase())) return true;
    seen.add(name.toLowerCase());
    const parent: unknown = componentIn(context, 'Role', name)?.content['parentRole'];
    name = typeof parent === 'string' ? parent : undefined;
  }
  return false;
}

export const group: Rule<Group> = (group, context) => {
  checkName(context, context.fullName, 80, 'Group Name');
  limitText(context, group, 'name', 40, 'Label');
};

export const queue: Rule<Queue> = (queue, context) => {
  checkName(context, context.fullName, 80, 'Queue Name');
  limitText(context, queue, 'name', 40, 'Label');
  for (const each of queue.queueSobject) {
    const type = requireObject(context, each.sobjectType, each, 'sobjectType');
    const owned = type?.field('OwnerId')?.reference?.to.includes('Group') ?? false;
    if (type && !owned) context.report(`Queues are not available for ${type.name}`, each, 'sobjectType');
  }
};
