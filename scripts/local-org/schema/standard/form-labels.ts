import type { Field } from '../model.ts';

/** What forms and lists call a field, where that is not what describe calls it: a lookup is named after the record, not its id. */
const own: Readonly<Record<string, string>> = {
  'Account.Type': 'Type',
  'Account.Phone': 'Phone',
  'Account.Fax': 'Fax',
  'Account.Rating': 'Rating',
  'Account.Description': 'Description',
  'Campaign.Name': 'Campaign Name',
  'Contact.AccountId': 'Account Name',
  'Contact.Name': 'Name',
  'Contact.Phone': 'Phone',
  'Contact.Fax': 'Fax',
  'Contact.MobilePhone': 'Mobile',
  'Contact.Description': 'Description',
  'Lead.MobilePhone': 'Mobile',
  'Lead.Name': 'Name',
  'Lead.Status': 'Lead Status',
  'Opportunity.AccountId': 'Account Name',
  'Opportunity.CampaignId': 'Primary Campaign Source',
  'Opportunity.ExpectedRevenue': 'Expected Revenue',
  'Opportunity.Name': 'Opportunity Name',
  'Opportunity.Type': 'Type',
  'OpportunityContactRole.ContactId': 'Contact Name',
  'Task.ActivityDate': 'Due Date',
  'Task.OwnerId': 'Assigned To',
  'Event.ActivityDate': 'Due Date',
  'Event.OwnerId': 'Assigned To',
};

const owned = new Set(['Account', 'Campaign', 'Contact', 'Lead', 'Opportunity']);

/** Undefined where the label of describe stands in forms too. */
export function formLabelOf(
  object: { readonly name: string; readonly label: string },
  field: Field,
): string | undefined {
  const special = own[`${object.name}.${field.name}`];
  if (special !== undefined) return special;
  if (field.name === 'OwnerId' && owned.has(object.name)) return `${object.label} Owner`;
  return field.reference !== undefined && field.label.endsWith(' ID') ? field.label.slice(0, -3) : undefined;
}
