import type { SharedTo, SharingCriteriaRule, SharingOwnerRule } from '@salesforce/types/metadata';
import { NotSupportedError } from '../../errors.ts';
import { checkName, limitText, ownerOf, requireComponent, shortName } from './common-checks.ts';
import type { Rule, RuleContext } from './rule.ts';

type AnyRule = SharingCriteriaRule | SharingOwnerRule;

/** Who can be shared to: element → type of the component that it names; undefined = a word without a name. */
const parties: Readonly<Record<string, string | undefined>> = {
  allInternalUsers: undefined,
  group: 'Group',
  groups: 'Group',
  queue: 'Queue',
  role: 'Role',
  roles: 'Role',
  roleAndSubordinates: 'Role',
  rolesAndSubordinates: 'Role',
  roleAndSubordinatesInternal: 'Role',
};

export const sharingCriteriaRule: Rule<SharingCriteriaRule> = (rule, context) => {
  checkBase(rule, context);
  const owner = context.schema.object(context.fullName.split('.')[0] ?? '');
  if (rule.criteriaItems.length === 0) context.report('Required field is missing: criteriaItems');
  for (const item of rule.criteriaItems) {
    if (owner && !owner.field(item.field))
      context.report(`In field: field - no CustomField named ${owner.name}.${item.field} found`, item, 'field');
  }
};

export const sharingOwnerRule: Rule<SharingOwnerRule> = (rule, context) => {
  checkBase(rule, context);
  checkParty(rule.sharedFrom, context);
};

export const sharingGuestRule: Rule = (_, context) =>
  context.report(new NotSupportedError('metadata type SharingGuestRule').message);

function checkBase(rule: AnyRule, context: RuleContext): void {
  const owner = ownerOf(context);
  checkName(context, shortName(context.fullName), 80, 'Rule Name');
  limitText(context, rule, 'label', 80, 'Label');
  if (!['Read', 'Edit'].includes(rule.accessLevel))
    context.report(`'${rule.accessLevel}' is not a valid access level`, rule, 'accessLevel');
  if (owner && owner.sharingModel !== 'Private' && owner.sharingModel !== 'Read') {
    context.report(`Sharing rules are not available for ${owner.name}: its sharing model is ${owner.sharingModel}`);
  }
  checkParty(rule.sharedTo, context);
}

function checkParty(party: SharedTo, context: RuleContext): void {
  for (const [name, value] of Object.entries(party)) {
    if (Array.isArray(value) && value.length === 0) continue;
    if (!(name in parties)) {
      context.report(new NotSupportedError(`sharing with ${name}`).message, party, name);
      continue;
    }
    const type = parties[name];
    if (type)
      for (const each of Array.isArray(value) ? value : [value]) requireComponent(context, type, each, party, name);
  }
}
