import { datetime, detail, lookup, readOnly, restrictedPick, text } from './field-table.ts';
import type { StandardObject } from './object-table.ts';
import { idField } from './object-table.ts';

/** Field history of one object: who changed which tracked field from what to what. */
export function historyObject(parent: string, label: string, name: string, parentField: string): StandardObject {
  const fields = [
    idField(name),
    {
      ...text('IsDeleted', 'Deleted', 0, readOnly),
      type: 'boolean' as const,
      length: undefined,
      nillable: false,
      defaultValue: 'false',
    },
    detail(parentField, `${label} ID`, parent, 'Histories', readOnly),
    lookup('CreatedById', 'Created By ID', 'User', undefined, { ...readOnly, nillable: false }),
    datetime('CreatedDate', 'Created Date', { ...readOnly, nillable: false }),
    text('Field', 'Changed Field', 255, { ...readOnly, nillable: false }),
    restrictedPick(
      'DataType',
      'Datatype',
      'Text|EntityId|Boolean|DateOnly|DateTime|Double|Currency|Percent|Picklist|StringPlusClob|TextArea',
      readOnly,
    ),
    { ...text('OldValue', 'Old Value', 255, readOnly), type: 'anyType' as const },
    { ...text('NewValue', 'New Value', 255, readOnly), type: 'anyType' as const },
  ].map((each) => ({ ...each, permissionable: false }));
  const shape = { kind: 'history', can: 'Q', sharing: 'ReadWrite', customizable: false } as const;
  return { ...shape, name, prefix: '017', label: `${label} History`, plural: `${label} History`, fields };
}

export const accountHistory = historyObject('Account', 'Account', 'AccountHistory', 'AccountId');
export const contactHistory = historyObject('Contact', 'Contact', 'ContactHistory', 'ContactId');
export const leadHistory = historyObject('Lead', 'Lead', 'LeadHistory', 'LeadId');
export const opportunityFieldHistory = historyObject(
  'Opportunity',
  'Opportunity',
  'OpportunityFieldHistory',
  'OpportunityId',
);
