import type { SObjectType } from '../model.ts';
import { bool, datetime, detail, lookup, readOnly, restrictedPick } from './field-table.ts';
import type { StandardObject } from './object-table.ts';
import { idField } from './object-table.ts';

const causes =
  '*Owner|Manual=Manual Sharing|Rule=Sharing Rule|ImplicitChild=Account Sharing|ImplicitParent=Associated record sharing|Team=Sales Team|Territory|Territory2AssociationManual';
const levels = 'None|*Read=Read Only|Edit=Read/Write|All=Owner';

interface Parent {
  readonly name: string;
  readonly label: string;
  /** `AccountShare`, `Deal__Share`. */
  readonly share: string;
  readonly prefix: string;
  /** `AccountId`, `ParentId`. */
  readonly parentField: string;
  /** `AccountAccessLevel`, `AccessLevel`. */
  readonly level: string;
  readonly causes?: string;
  readonly more?: readonly string[];
}

/** Who else may see or edit a record of a private or read-only object. */
export function shareObject(parent: Parent): StandardObject {
  const extra = (parent.more ?? []).map((name) => restrictedPick(name, name, levels, { length: 40 }));
  const fields = [
    idField(`${parent.label} Share`),
    detail(parent.parentField, `${parent.label} ID`, parent.name, 'Shares'),
    lookup('UserOrGroupId', 'User/Group ID', 'Group|User', undefined, { updateable: false, nillable: false }),
    restrictedPick(parent.level, `${parent.label} Access`, levels, { length: 40, nillable: false }),
    ...extra,
    restrictedPick('RowCause', 'Row Cause', parent.causes ?? causes, {
      updateable: false,
      length: 40,
      nillable: false,
      defaultValue: undefined,
    }),
    datetime('LastModifiedDate', 'Last Modified Date', { ...readOnly, nillable: false }),
    lookup('LastModifiedById', 'Last Modified By ID', 'User', undefined, { ...readOnly, nillable: false }),
    bool('IsDeleted', 'Deleted', readOnly),
  ].map((each) => ({ ...each, permissionable: false }));
  const shape = { kind: 'share', can: 'CUDQ', sharing: 'ReadWrite', customizable: false } as const;
  return {
    ...shape,
    name: parent.share,
    prefix: parent.prefix,
    label: `${parent.label} Share`,
    plural: `${parent.label} Share`,
    fields,
  };
}

export const accountShare = shareObject({
  name: 'Account',
  label: 'Account',
  share: 'AccountShare',
  prefix: '00r',
  parentField: 'AccountId',
  level: 'AccountAccessLevel',
  more: ['OpportunityAccessLevel', 'CaseAccessLevel', 'ContactAccessLevel'],
});

export const opportunityShare = shareObject({
  name: 'Opportunity',
  label: 'Opportunity',
  share: 'OpportunityShare',
  prefix: '00t',
  parentField: 'OpportunityId',
  level: 'OpportunityAccessLevel',
});

export const leadShare = shareObject({
  name: 'Lead',
  label: 'Lead',
  share: 'LeadShare',
  prefix: '01o',
  parentField: 'LeadId',
  level: 'LeadAccessLevel',
});

export const campaignShare = shareObject({
  name: 'Campaign',
  label: 'Campaign',
  share: 'CampaignShare',
  prefix: '08s',
  parentField: 'CampaignId',
  level: 'CampaignAccessLevel',
});

const isShared = (model: SObjectType['sharingModel']) => model === 'Private' || model === 'Read';

/** `Deal__Share` of a custom object whose records are not open to everyone; undefined when there is none. */
export function customShare(type: Pick<SObjectType, 'name' | 'label' | 'sharingModel'>): StandardObject | undefined {
  if (!isShared(type.sharingModel)) return undefined;
  const share = type.name.replace(/__c$/, '__Share');
  return shareObject({
    name: type.name,
    label: type.label,
    share,
    prefix: '02c',
    parentField: 'ParentId',
    level: 'AccessLevel',
  });
}
