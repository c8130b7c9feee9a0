import {
  address,
  bool,
  createOnly,
  date,
  datetime,
  email,
  field,
  int,
  lookup,
  percent,
  phone,
  readOnly,
  restrictedPick,
  text,
} from './field-table.ts';
import { setupObject } from './object-table.ts';
import { forecastCategories } from './opportunity.ts';
import { languages } from './value-sets.ts';

const always = { nillable: false } as const;
const anyWord = { picklist: { restricted: false, values: [] } } as const;
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const organization = setupObject('Organization', '00D', 'Organization', { can: 'UQ' }, [
  text('Name', 'Name', 80, { ...always, nameField: true }),
  text('Division', 'Division', 80),
  ...address('', ''),
  phone('Phone', 'Phone'),
  email('PrimaryContact', 'Primary Contact'),
  restrictedPick('DefaultLocaleSidKey', 'Locale', '', { ...always, ...anyWord, length: 40 }),
  restrictedPick('TimeZoneSidKey', 'Time Zone', '', { ...always, ...anyWord, length: 40 }),
  restrictedPick('LanguageLocaleKey', 'Language', languages, { ...always, length: 40 }),
  int('FiscalYearStartMonth', 'Fiscal Year Starts In', { defaultValue: '1' }),
  bool('UsesStartDateAsFiscalYearName', 'Fiscal Year Name by Start'),
  restrictedPick(
    'OrganizationType',
    'Edition',
    '*Enterprise Edition|Unlimited Edition|Developer Edition|Professional Edition',
    readOnly,
  ),
  text('NamespacePrefix', 'Namespace Prefix', 15, readOnly),
  text('InstanceName', 'Instance Name', 5, readOnly),
  bool('IsSandbox', 'Is Sandbox', readOnly),
  datetime('TrialExpirationDate', 'Trial Expiration Date', readOnly),
  int('NumKnowledgeService', 'Knowledge Licenses', readOnly),
  bool('IsReadOnly', 'Is Read Only', readOnly),
  restrictedPick(
    'DefaultOpportunityAccess',
    'Default Opportunity Access',
    'None=Private|Read=Public Read Only|*Edit=Public Read/Write',
    readOnly,
  ),
  restrictedPick(
    'DefaultAccountAccess',
    'Default Account Access',
    'None=Private|Read=Public Read Only|*Edit=Public Read/Write',
    readOnly,
  ),
  text('DefaultCurrencyIsoCode', 'Default Currency', 3, { ...readOnly, permissionable: false }),
]);

export const recordType = setupObject('RecordType', '012', 'Record Type', { can: 'Q' }, [
  text('Name', 'Name', 80, { ...always, nameField: true }),
  text('DeveloperName', 'Record Type Name', 80, always),
  text('NamespacePrefix', 'Namespace Prefix', 15),
  text('Description', 'Description', 255),
  lookup('BusinessProcessId', 'Business Process ID', 'BusinessProcess', undefined),
  restrictedPick('SobjectType', 'Sobject Type Name', '', { ...always, ...anyWord, length: 40 }),
  bool('IsActive', 'Active'),
]);

export const businessProcess = setupObject(
  'BusinessProcess',
  '019',
  'Business Process',
  { can: 'Q', plural: 'Business Processes' },
  [
    text('Name', 'Name', 80, { ...always, nameField: true }),
    text('NamespacePrefix', 'Namespace Prefix', 15),
    text('Description', 'Description', 255),
    restrictedPick('TableEnumOrId', 'Entity Enumeration Or ID', '', { ...always, ...anyWord, length: 40 }),
    bool('IsActive', 'Active'),
  ],
);

export const opportunityStage = setupObject('OpportunityStage', '01J', 'Opportunity Stage', { can: 'Q' }, [
  text('MasterLabel', 'Master Label', 255, { nameField: true }),
  text('ApiName', 'API Name', 255),
  bool('IsActive', 'Is Active'),
  int('SortOrder', 'Sort Order'),
  bool('IsClosed', 'Closed'),
  bool('IsWon', 'Won'),
  restrictedPick('ForecastCategory', 'Forecast Category', forecastCategories, { length: 40 }),
  text('ForecastCategoryName', 'Forecast Category Name', 255),
  percent('DefaultProbability', 'Probability (%)', 3, 0),
  text('Description', 'Description', 255),
]);

export const businessHours = setupObject(
  'BusinessHours',
  '01m',
  'Business Hours',
  { can: 'CUQ', plural: 'Business Hours' },
  [
    text('Name', 'Business Hours Name', 80, { ...always, nameField: true }),
    bool('IsActive', 'Active'),
    bool('IsDefault', 'Default Business Hours'),
    ...days.flatMap((day) => [
      field(`${day}StartTime`, `${day} Start`, 'time'),
      field(`${day}EndTime`, `${day} End`, 'time'),
    ]),
    restrictedPick('TimeZoneSidKey', 'Time Zone', '', { ...anyWord, length: 40 }),
  ],
);

export const holiday = setupObject('Holiday', '0C0', 'Holiday', { can: 'CUDQ' }, [
  text('Name', 'Holiday Name', 80, { ...always, nameField: true }),
  text('Description', 'Description', 1000),
  bool('IsAllDay', 'All Day', { defaultValue: 'true' }),
  date('ActivityDate', 'Holiday Date'),
  int('StartTimeInMinutes', 'Start Time In Minutes From Midnight'),
  int('EndTimeInMinutes', 'End Time In Minutes From Midnight'),
  bool('IsRecurrence', 'Recurring Holiday', createOnly),
]);

export const listView = setupObject('ListView', '00B', 'List View', { can: 'Q' }, [
  text('Name', 'View Name', 40, { ...always, nameField: true }),
  text('DeveloperName', 'API Name', 80, always),
  text('NamespacePrefix', 'Namespace Prefix', 15),
  restrictedPick('SobjectType', 'Sobject Type', '', { ...always, ...anyWord, length: 40 }),
  bool('IsSoqlCompatible', 'Is Soql Compatible', { defaultValue: 'true' }),
  datetime('LastViewedDate', 'Last Viewed Date'),
  datetime('LastReferencedDate', 'Last Referenced Date'),
]);

export const appDefinition = setupObject('AppDefinition', '06m', 'App Definition', { can: 'Q' }, [
  text('DurableId', 'Durable Id', 255),
  text('Label', 'Label', 255, { nameField: true }),
  text('MasterLabel', 'Master Label', 255),
  text('DeveloperName', 'Developer Name', 255),
  text('NamespacePrefix', 'Namespace Prefix', 15),
  text('Description', 'Description', 4000),
  restrictedPick('NavType', 'Navigation Type', 'Standard|Console'),
  restrictedPick('UiType', 'UI Type', 'Aloha=Classic|Lightning'),
]);

export const staticResource = setupObject('StaticResource', '081', 'Static Resource', { can: 'Q' }, [
  text('Name', 'Name', 255, { ...always, nameField: true }),
  text('NamespacePrefix', 'Namespace Prefix', 15),
  text('ContentType', 'MIME Type', 120),
  int('BodyLength', 'Size'),
  text('Description', 'Description', 255),
  restrictedPick('CacheControl', 'Cache Control', '*Private|Public'),
]);
