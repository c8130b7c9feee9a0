import type { MutingPermissionSet, PermissionSet, PermissionSetGroup, Profile } from '@salesforce/types/metadata';
import { NotSupportedError } from '../../errors.ts';
import { checkName, limitText, requireComponent, refuseTwice } from './common-checks.ts';
import { checkEntries, checkNames, checkTab } from './permission-entries.ts';
import type { Rule, RuleContext } from './rule.ts';

/** Parts of permission sets and profiles that belong to what the local org does not have. */
const refused = [
  'agentAccesses',
  'classAccesses',
  'customSettingAccesses',
  'emailRoutingAddressAccesses',
  'externalCredentialPrincipalAccesses',
  'externalDataSourceAccesses',
  'genComputingSummaryDefAccesses',
  'pageAccesses',
  'servicePresenceStatusAccesses',
  'categoryGroupVisibilities',
  'loginFlows',
  'loginIpRanges',
  'profileActionOverrides',
] as const;

function refuseForeign(type: string, content: object, context: RuleContext): void {
  for (const name of refused) {
    const value = (content as Record<string, unknown>)[name];
    if (Array.isArray(value) && value.length > 0)
      context.report(new NotSupportedError(`${type} ${name}`).message, content, name);
  }
}

export const permissionSet: Rule<PermissionSet> = (set, context) => {
  checkName(context, context.fullName, 80, 'Permission Set Name');
  limitText(context, set, 'label', 80, 'Label');
  limitText(context, set, 'description', 255, 'Description');
  refuseForeign('PermissionSet', set, context);
  checkEntries(set, context);
  for (const each of set.tabSettings) checkTab(each.tab, each, context);
  for (const each of set.flowAccesses) requireComponent(context, 'Flow', each.flow, each, 'flow');
  for (const each of set.customMetadataTypeAccesses) requireComponent(context, 'CustomObject', each.name, each, 'name');
};

/** Its entries say what is muted, so that none needs another beside it. */
export const mutingPermissionSet: Rule<MutingPermissionSet> = (set, context) => {
  checkName(context, context.fullName, 80, 'Muting Permission Set Name');
  limitText(context, set, 'label', 80, 'Label');
  limitText(context, set, 'description', 255, 'Description');
  refuseForeign('MutingPermissionSet', set, context);
  checkNames(set, context);
};

export const profile: Rule<Profile> = (profile, context) => {
  limitText(context, profile, 'description', 255, 'Description');
  refuseForeign('Profile', profile, context);
  if (profile.loginHours) context.report(new NotSupportedError('Profile loginHours').message, profile, 'loginHours');
  checkEntries(profile, context);
  for (const each of profile.tabVisibilities) checkTab(each.tab, each, context);
  for (const each of profile.layoutAssignments) {
    requireComponent(context, 'Layout', each.layout, each, 'layout');
    if (each.recordType) requireComponent(context, 'RecordType', each.recordType, each, 'recordType');
  }
};

export const permissionSetGroup: Rule<PermissionSetGroup> = (group, context) => {
  checkName(context, context.fullName, 80, 'Permission Set Group Name');
  limitText(context, group, 'label', 80, 'Label');
  limitText(context, group, 'description', 255, 'Description');
  for (const name of group.permissionSets) requireComponent(context, 'PermissionSet', name, group, 'permissionSets');
  refuseTwice(
    context,
    group.permissionSets.map((name) => [name, group] as const),
    (name) => `Duplicate permission set: ${name}`,
  );
  for (const name of group.mutingPermissionSets)
    requireComponent(context, 'MutingPermissionSet', name, group, 'mutingPermissionSets');
  if (group.mutingPermissionSets.length > 1)
    context.report('A permission set group can have only one muting permission set', group, 'mutingPermissionSets');
};
