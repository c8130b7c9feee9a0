import { systemPermissions } from '../schema/standard/system-permissions.ts';

export interface StandardProfile {
  readonly name: string;
  readonly license: 'SFDC' | 'SFDC_API' | 'IDENTITY';
  readonly systemPermissions: readonly string[];
  /** Standard objects → rights: C create, R read, E edit, D delete. */
  readonly objects: Readonly<Record<string, string>>;
  /** Every standard field is visible and editable as far as the platform lets anybody edit it. */
  readonly standardFields: boolean;
}

const EVERYDAY = [
  'ActivateContract',
  'ActivitiesAccess',
  'AllowUniversalSearch',
  'ApiEnabled',
  'ApexRestServices',
  'ChatterInternalUser',
  'ConvertLeads',
  'CreateCustomizeFilters',
  'CreateCustomizeReports',
  'EditEvent',
  'EditTask',
  'EmailMass',
  'EmailSingle',
  'EnableNotifications',
  'ExportReport',
  'ImportPersonal',
  'LightningExperienceUser',
  'RunFlow',
  'RunReports',
  'SelectFilesFromSalesforce',
  'ShowCompanyNameAsUserBadge',
  'ViewHelpLink',
  'ViewRoles',
  'ViewSetup',
];

const SALES: Readonly<Record<string, string>> = {
  Account: 'CRED',
  Contact: 'CRED',
  Lead: 'CRED',
  Opportunity: 'CRED',
  Campaign: 'R',
  Product2: 'R',
  Pricebook2: 'R',
  Task: 'CRED',
  Event: 'CRED',
  Contract: 'CRED',
  Order: 'CRED',
  Asset: 'CRED',
  Case: 'CRE',
  Document: 'R',
  ContentVersion: 'CRED',
};

/** The profiles that every org has and nobody can delete. */
export const standardProfiles: readonly StandardProfile[] = [
  { name: 'System Administrator', license: 'SFDC', systemPermissions, objects: {}, standardFields: true },
  { name: 'Standard User', license: 'SFDC', systemPermissions: EVERYDAY, objects: SALES, standardFields: true },
  {
    name: 'Minimum Access - Salesforce',
    license: 'SFDC',
    systemPermissions: ['ActivitiesAccess', 'ChatterInternalUser', 'LightningExperienceUser', 'ViewHelpLink'],
    objects: {},
    standardFields: false,
  },
  {
    name: 'Salesforce API Only System Integrations',
    license: 'SFDC_API',
    systemPermissions: ['ApiEnabled', 'ApiUserOnly'],
    objects: {},
    standardFields: false,
  },
];

export function standardProfile(name: string): StandardProfile | undefined {
  return standardProfiles.find((profile) => profile.name === name);
}
