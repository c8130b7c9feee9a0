/** The values that a new org starts with, where several fields share them. Notation: field-table.ts. */
export const industries =
  'Agriculture|Apparel|Banking|Biotechnology|Chemicals|Communications|Construction|Consulting|Education|Electronics|Energy|' +
  'Engineering|Entertainment|Environmental|Finance|Food & Beverage|Government|Healthcare|Hospitality|Insurance|Machinery|' +
  'Manufacturing|Media|Not For Profit|Recreation|Retail|Shipping|Technology|Telecommunications|Transportation|Utilities|Other';

export const leadSources = 'Web|Phone Inquiry|Partner Referral|Purchased List|Other';
export const ratings = 'Hot|Warm|Cold';
export const teamRoles =
  'Account Manager|Channel Manager|Executive Sponsor|Lead Qualifier|Pre-Sales Consultant|Sales Manager|Sales Rep';
export const contactRoles =
  'Business User|Decision Maker|Economic Buyer|Economic Decision Maker|Evaluator|Executive Sponsor|Influencer|Technical Buyer|Other';
export const languages =
  '*en_US=English|de=German|es=Spanish|fr=French|it=Italian|sv=Swedish|ja=Japanese|nl_NL=Dutch|ko=Korean|zh_CN=Chinese (Simplified)|zh_TW=Chinese (Traditional)|pt_BR=Portuguese (Brazil)|da=Danish|fi=Finnish|ru=Russian|th=Thai|no=Norwegian|es_MX=Spanish (Mexico)';

/** value, probability, forecast category of each opportunity stage of a new org. */
export const opportunityStages: readonly (readonly [string, number, string])[] = [
  ['Prospecting', 10, 'Pipeline'],
  ['Qualification', 10, 'Pipeline'],
  ['Needs Analysis', 20, 'Pipeline'],
  ['Value Proposition', 50, 'Pipeline'],
  ['Id. Decision Makers', 60, 'Pipeline'],
  ['Perception Analysis', 70, 'Pipeline'],
  ['Proposal/Price Quote', 75, 'Pipeline'],
  ['Negotiation/Review', 90, 'Pipeline'],
  ['Closed Won', 100, 'Closed'],
  ['Closed Lost', 0, 'Omitted'],
];
