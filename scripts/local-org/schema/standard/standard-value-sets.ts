/** Standard value sets by metadata name and the fields that show their values. */
export const standardValueSets: Readonly<Record<string, readonly string[]>> = {
  OpportunityStage: ['Opportunity.StageName', 'OpportunityHistory.StageName'],
  OpportunityType: ['Opportunity.Type'],
  LeadSource: ['Opportunity.LeadSource', 'Lead.LeadSource', 'Contact.LeadSource', 'Account.AccountSource'],
  Industry: ['Account.Industry', 'Lead.Industry'],
  AccountType: ['Account.Type'],
  AccountOwnership: ['Account.Ownership'],
  AccountRating: ['Account.Rating', 'Lead.Rating'],
  LeadStatus: ['Lead.Status'],
  Salutation: ['Contact.Salutation', 'Lead.Salutation'],
  SalesTeamRole: ['OpportunityTeamMember.TeamMemberRole'],
  ContactRole: ['OpportunityContactRole.Role'],
  CampaignType: ['Campaign.Type'],
  CampaignStatus: ['Campaign.Status'],
  Product2Family: ['Product2.Family'],
  TaskStatus: ['Task.Status'],
  TaskPriority: ['Task.Priority'],
  TaskType: ['Task.Type'],
  TaskSubject: ['Task.Subject'],
  EventType: ['Event.Type'],
  EventSubject: ['Event.Subject'],
};

const setByField = new Map(
  Object.entries(standardValueSets).flatMap(([set, fields]) =>
    fields.map((field) => [field.toLowerCase(), set] as const),
  ),
);

/** `OpportunityStage` for `Opportunity.StageName`. */
export const standardValueSetOf = (object: string, field: string): string | undefined =>
  setByField.get(`${object}.${field}`.toLowerCase());
