import type { CompiledRule } from './compiled-rule.ts';
import { and, call, or, quote } from './formula-text.ts';

/** A role whose holders may close checks of the role that are not assigned to them. A new one needs a release. */
export interface ClosingRole {
  /** Role key in the playbooks: LEGAL. */
  readonly key: string;
  /** Custom permission of its holders. */
  readonly permission: string;
}

export const CLOSING_ROLES: readonly ClosingRole[] = [
  { key: 'LEGAL', permission: 'MF_Role_Legal' },
  { key: 'FINANCE', permission: 'MF_Role_Finance' },
  { key: 'HEAD', permission: 'MF_Role_Head' },
  { key: 'OPS', permission: 'MF_Role_Ops' },
  { key: 'BID', permission: 'MF_Role_Bid' },
  { key: 'PM', permission: 'MF_Role_Product_Manager' },
  { key: 'RM', permission: 'MF_Role_Resource_Manager' },
];

const object = 'MF_Check__c';
const answers = [
  'Status__c',
  'Answer__c',
  'Evidence__c',
  'Decision__c',
  'Dispatch__c',
  'Team_Member__c',
  'Expires_On__c',
  'Done_By__c',
  'Done_On__c',
];

/** Who may close a check and who may hand it on. The old assignee counts: taking it over in the same save gains nothing. */
export function closingRules(roles: readonly ClosingRole[]): CompiledRule[] {
  const isAssignee = 'PRIORVALUE(Assignee__c) = $User.Id';
  const holdsRole = `${call('CASE', 'Role_Key__c', ...roles.map(({ key, permission }) => `${quote(key)}, IF($Permission.${permission}, 1, 0)`), '0')} = 1`;
  return [
    {
      object,
      name: 'MF_Check_Closing',
      description: 'Only its assignee and holders of its role close a check; taking a pass back is guarded alike.',
      condition: and(
        'NOT(ISNEW())',
        or(...answers.map((field) => `ISCHANGED(${field})`)),
        `NOT(${or(isAssignee, holdsRole)})`,
      ),
      message: {
        en: 'Only the person to whom this check is assigned, or a holder of its role, may change its status, answer or evidence.',
        zh: '只有该检查项的负责人或对应角色的人员才能更改状态、答案或证据。',
      },
    },
    {
      object,
      name: 'MF_Check_Assignee',
      description: 'A check is handed on by its assignee, its role or the dispatcher.',
      condition: and(
        'NOT(ISNEW())',
        'ISCHANGED(Assignee__c)',
        `NOT(${or(isAssignee, '$Permission.MF_Dispatcher', holdsRole)})`,
      ),
      message: {
        en: 'Only the present assignee, a holder of the role or a dispatcher may assign this check. Ask the dispatcher.',
        zh: '只有当前负责人、对应角色的人员或资源调度才能指派该检查项。请联系资源调度。',
      },
      errorField: 'Assignee__c',
    },
  ];
}
