import type { FieldKind } from './field-criterion.ts';

/** Fields that every org's opportunity has and a shipped criterion may name; a release asks the org for the rest. */
const STANDARD: Readonly<Record<string, FieldKind>> = {
  AccountId: 'Lookup',
  Amount: 'Number',
  CampaignId: 'Lookup',
  CloseDate: 'Date',
  Description: 'LongText',
  LeadSource: 'Picklist',
  Name: 'Text',
  NextStep: 'Text',
  Type: 'Picklist',
  'Account.Industry': 'Picklist',
};

export function standardFieldKind(field: string): FieldKind {
  const kind = STANDARD[field];
  if (!kind) throw new RangeError(`Expected a standard opportunity field, got ${field}.`);
  return kind;
}
