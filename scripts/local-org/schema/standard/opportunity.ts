import type { Field } from '../model.ts';
import {
  area,
  bool,
  computed,
  createOnly,
  currency,
  date,
  datetime,
  detail,
  double,
  int,
  lookup,
  percent,
  pick,
  readOnly,
  required,
  restrictedPick,
  text,
} from './field-table.ts';
import { dataObject } from './object-table.ts';
import { contactRoles, leadSources, opportunityStages, teamRoles } from './value-sets.ts';

export const forecastCategories = 'Omitted|Pipeline|BestCase=Best Case|MostLikely=Most Likely|Forecast=Commit|Closed';
const forecastNames = 'Omitted|Pipeline|Best Case|Most Likely|Commit|Closed';

/** The stage picklist of a new org, each value with what it means for the deal. */
export function stageField(): Field {
  const values = opportunityStages.map(([value, probability, forecastCategory]) => ({
    value,
    label: value,
    active: true,
    isDefault: false,
    stage: {
      probability,
      forecastCategory,
      closed: forecastCategory === 'Closed' || value === 'Closed Lost',
      won: probability === 100,
    },
  }));
  return pick('StageName', 'Stage', '', { ...required, picklist: { restricted: false, values }, trackHistory: false });
}

export const opportunity = dataObject(
  'Opportunity',
  '006',
  'Opportunity',
  { owners: 'User', plural: 'Opportunities' },
  [
    lookup('AccountId', 'Account ID', 'Account', 'Opportunities'),
    bool('IsPrivate', 'Private'),
    text('Name', 'Name', 120, { ...required, nameField: true }),
    area('Description', 'Description', 32000),
    stageField(),
    currency('Amount', 'Amount', 18, 2),
    percent('Probability', 'Probability (%)', 3, 0),
    currency('ExpectedRevenue', 'Expected Amount', 18, 2, computed('Amount * Probability')),
    double('TotalOpportunityQuantity', 'Quantity', 18, 2),
    date('CloseDate', 'Close Date', required),
    pick(
      'Type',
      'Opportunity Type',
      'Existing Customer - Upgrade|Existing Customer - Replacement|Existing Customer - Downgrade|New Customer',
    ),
    text('NextStep', 'Next Step', 255),
    pick('LeadSource', 'Lead Source', leadSources),
    bool('IsClosed', 'Closed', readOnly),
    bool('IsWon', 'Won', readOnly),
    restrictedPick('ForecastCategory', 'Forecast Category', forecastCategories, {
      ...readOnly,
      nillable: false,
      length: 40,
    }),
    restrictedPick('ForecastCategoryName', 'Forecast Category', forecastNames),
    lookup('CampaignId', 'Campaign ID', 'Campaign', 'Opportunities'),
    bool('HasOpportunityLineItem', 'Has Line Item', readOnly),
    lookup('Pricebook2Id', 'Price Book ID', 'Pricebook2', 'Opportunities', { permissionable: false }),
    date('LastActivityDate', 'Last Activity', readOnly),
    int('PushCount', 'Push Count', readOnly),
    datetime('LastStageChangeDate', 'Last Stage Change Date', readOnly),
    int('FiscalQuarter', 'Fiscal Quarter', { ...computed('CEILING(MONTH(CloseDate) / 3)'), permissionable: false }),
    int('FiscalYear', 'Fiscal Year', { ...computed('YEAR(CloseDate)'), permissionable: false }),
    text('Fiscal', 'Fiscal Period', 6, {
      ...computed('TEXT(YEAR(CloseDate)) & " " & TEXT(CEILING(MONTH(CloseDate) / 3))'),
      permissionable: false,
    }),
    lookup('ContactId', 'Contact ID', 'Contact', undefined, { ...createOnly, permissionable: false }),
    bool('HasOpenActivity', 'Has Open Activity', readOnly),
    bool('HasOverdueTask', 'Has Overdue Task', readOnly),
  ],
);

const byParent = { sharing: 'ControlledByParent', viewed: false } as const;

export const opportunityLineItem = dataObject('OpportunityLineItem', '00k', 'Opportunity Product', byParent, [
  detail('OpportunityId', 'Opportunity ID', 'Opportunity', 'OpportunityLineItems'),
  int('SortOrder', 'Sort Order', { permissionable: false }),
  lookup('PricebookEntryId', 'Price Book Entry ID', 'PricebookEntry', 'OpportunityLineItems', {
    ...createOnly,
    permissionable: false,
  }),
  lookup('Product2Id', 'Product ID', 'Product2', 'OpportunityLineItems', { ...createOnly, permissionable: false }),
  text('ProductCode', 'Product Code', 255, readOnly),
  text('Name', 'Opportunity Product Name', 376, { ...readOnly, nameField: true }),
  double('Quantity', 'Quantity', 12, 2, required),
  currency('TotalPrice', 'Total Price', 18, 2),
  currency('UnitPrice', 'Sales Price', 18, 2),
  currency('ListPrice', 'List Price', 18, 2, readOnly),
  date('ServiceDate', 'Date'),
  text('Description', 'Line Description', 255),
]);

export const opportunityContactRole = dataObject(
  'OpportunityContactRole',
  '00K',
  'Opportunity Contact Role',
  byParent,
  [
    detail('OpportunityId', 'Opportunity ID', 'Opportunity', 'OpportunityContactRoles'),
    detail('ContactId', 'Contact ID', 'Contact', 'OpportunityContactRoles', { updateable: true }),
    pick('Role', 'Role', contactRoles, { permissionable: false }),
    bool('IsPrimary', 'Primary'),
  ],
);

export const opportunityTeamMember = dataObject('OpportunityTeamMember', '00q', 'Opportunity Team Member', byParent, [
  detail('OpportunityId', 'Opportunity ID', 'Opportunity', 'OpportunityTeamMembers'),
  detail('UserId', 'User ID', 'User', undefined),
  text('Name', 'Name', 361, { ...computed('User.Name'), nameField: true, permissionable: false }),
  text('PhotoUrl', 'PhotoUrl', 255, { ...readOnly, stored: true }),
  text('Title', 'Title', 80, { ...computed('User.Title'), permissionable: false }),
  pick('TeamMemberRole', 'Team Role', teamRoles),
  restrictedPick('OpportunityAccessLevel', 'Opportunity Access', 'None|*Read=Read Only|Edit=Read/Write|All=Owner', {
    length: 40,
  }),
]);

export const opportunityHistory = dataObject(
  'OpportunityHistory',
  '008',
  'Opportunity: Stage History',
  {
    can: 'Q',
    kind: 'history',
    sharing: 'ControlledByParent',
    stamps: 'none',
    viewed: false,
    plural: 'Opportunity: Stage History',
  },
  [
    detail('OpportunityId', 'Opportunity ID', 'Opportunity', 'OpportunityHistories', readOnly),
    lookup('CreatedById', 'Created By ID', 'User', undefined, readOnly),
    datetime('CreatedDate', 'Created Date', readOnly),
    pick('StageName', 'Stage Name', '', readOnly),
    currency('Amount', 'Amount', 18, 2, readOnly),
    currency('ExpectedRevenue', 'Expected Revenue', 18, 2, readOnly),
    date('CloseDate', 'Close Date', readOnly),
    percent('Probability', 'Probability', 3, 0, readOnly),
    restrictedPick('ForecastCategory', 'To ForecastCategory', forecastCategories, readOnly),
    currency('PrevAmount', 'Previous Amount', 18, 2, readOnly),
    date('PrevCloseDate', 'Previous Close Date', readOnly),
    datetime('SystemModstamp', 'System Modstamp', readOnly),
  ],
);
