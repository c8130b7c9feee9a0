/** A section: heading, left column, right column; fields are parted by blanks, `!` marks what nobody types. */
type Section = readonly [heading: string, left: string, right: string];

const system: Section = ['System Information', 'CreatedById!', 'LastModifiedById!'];

/** The page layouts that standard objects have in a new org. */
export const defaultLayouts: Readonly<Record<string, readonly Section[]>> = {
  Account: [
    [
      'Account Information',
      'OwnerId Name ParentId AccountNumber Site Type Industry AnnualRevenue',
      'Rating Phone Fax Website TickerSymbol Ownership NumberOfEmployees Sic',
    ],
    [
      'Address Information',
      'BillingStreet BillingCity BillingState BillingPostalCode BillingCountry',
      'ShippingStreet ShippingCity ShippingState ShippingPostalCode ShippingCountry',
    ],
    ['Description Information', 'Description', ''],
    system,
  ],
  Campaign: [
    [
      'Information',
      'OwnerId Name IsActive Type Status StartDate EndDate',
      'ExpectedRevenue BudgetedCost ActualCost NumberSent ParentId',
    ],
    ['Description Information', 'Description', ''],
    system,
  ],
  Contact: [
    [
      'Contact Information',
      'OwnerId Name AccountId Title Department Birthdate ReportsToId LeadSource',
      'Phone HomePhone MobilePhone OtherPhone Fax Email AssistantName AssistantPhone',
    ],
    [
      'Address Information',
      'MailingStreet MailingCity MailingState MailingPostalCode MailingCountry',
      'OtherStreet OtherCity OtherState OtherPostalCode OtherCountry',
    ],
    ['Description Information', 'Description', ''],
    system,
  ],
  Lead: [
    [
      'Lead Information',
      'OwnerId Name Company Title LeadSource Industry AnnualRevenue',
      'Phone MobilePhone Email Website Status Rating NumberOfEmployees',
    ],
    ['Address Information', 'Street City State', 'PostalCode Country'],
    ['Description Information', 'Description', ''],
    system,
  ],
  Opportunity: [
    [
      'Opportunity Information',
      'OwnerId IsPrivate Name AccountId Type LeadSource',
      'Amount ExpectedRevenue! CloseDate NextStep StageName Probability CampaignId',
    ],
    ['Description Information', 'Description', ''],
    system,
  ],
};
