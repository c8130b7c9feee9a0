import {
  address,
  area,
  bool,
  computed,
  createOnly,
  datetime,
  detail,
  email,
  lookup,
  phone,
  pick,
  readOnly,
  restrictedPick,
  text,
} from './field-table.ts';
import { setupObject } from './object-table.ts';
import { personNameFormula } from './person-name.ts';
import { languages } from './value-sets.ts';

const always = { nillable: false } as const;

export const user = {
  ...setupObject('User', '005', 'User', { can: 'CUQ' }, [
    text('Username', 'Username', 80, always),
    text('LastName', 'Last Name', 80, always),
    text('FirstName', 'First Name', 40),
    text('Name', 'Full Name', 121, { ...computed(personNameFormula), nillable: false, nameField: true }),
    text('CompanyName', 'Company Name', 80),
    text('Division', 'Division', 80),
    text('Department', 'Department', 80),
    text('Title', 'Title', 80),
    ...address('', ''),
    email('Email', 'Email', { ...always, length: 128 }),
    text('Alias', 'Alias', 8, always),
    text('CommunityNickname', 'Nickname', 40, always),
    bool('IsActive', 'Active', { defaultValue: 'true' }),
    restrictedPick('TimeZoneSidKey', 'Time Zone', '', {
      ...always,
      length: 40,
      picklist: { restricted: false, values: [] },
    }),
    lookup('UserRoleId', 'Role ID', 'UserRole', 'Users'),
    restrictedPick('LocaleSidKey', 'Locale', '', {
      ...always,
      length: 40,
      picklist: { restricted: false, values: [] },
    }),
    pick(
      'EmailEncodingKey',
      'Email Encoding',
      '*UTF-8=Unicode (UTF-8)|ISO-8859-1=General US & Western Europe (ISO-8859-1, ISO-LATIN-1)|GB2312=Chinese Simplified (GB2312)',
      { ...always, length: 40 },
    ),
    lookup('ProfileId', 'Profile ID', 'Profile', 'Users', always),
    restrictedPick(
      'UserType',
      'User Type',
      '*Standard|PowerPartner=Partner|CspLitePortal=High Volume Portal|Guest|AutomatedProcess=Automated Process',
      { ...readOnly, length: 40 },
    ),
    restrictedPick('LanguageLocaleKey', 'Language', languages, { ...always, length: 40 }),
    text('EmployeeNumber', 'Employee Number', 20),
    lookup('ManagerId', 'Manager ID', 'User', 'ManagedUsers', {
      reference: {
        kind: 'Hierarchy',
        to: ['User'],
        relationshipName: 'Manager',
        childRelationshipName: 'ManagedUsers',
        onDelete: 'SetNull',
      },
    }),
    phone('Phone', 'Phone'),
    phone('MobilePhone', 'Mobile'),
    text('FederationIdentifier', 'SAML Federation ID', 512),
    area('AboutMe', 'About Me', 1000),
    text('FullPhotoUrl', 'Url for full-sized Photo', 1024, readOnly),
    text('SmallPhotoUrl', 'Photo', 1024, readOnly),
    datetime('LastLoginDate', 'Last Login', readOnly),
    bool('ForecastEnabled', 'Allow Forecasting'),
    bool('UserPermissionsMarketingUser', 'Marketing User'),
    bool('UserPermissionsOfflineUser', 'Offline User'),
  ]),
  kind: 'setup' as const,
  customizable: true,
};

/** Whether a user may log in at this moment: a frozen one keeps everything but cannot. */
export const userLogin = setupObject('UserLogin', '0Yw', 'User Login', { can: 'UQ', stamps: 'modified' }, [
  lookup('UserId', 'User ID', 'User', undefined, readOnly),
  bool('IsFrozen', 'Is Frozen'),
  bool('IsPasswordLocked', 'Is Password Locked'),
]);

export const userRole = setupObject('UserRole', '00E', 'Role', { can: 'CUDQ', stamps: 'modified' }, [
  text('Name', 'Name', 80, { ...always, nameField: true }),
  lookup('ParentRoleId', 'Parent Role ID', 'UserRole', undefined),
  text('RollupDescription', 'Description', 80),
  restrictedPick(
    'OpportunityAccessForAccountOwner',
    'Opportunity Access Level for Account Owner',
    'None=Private|Read=Read Only|*Edit=Read/Write',
  ),
  restrictedPick(
    'CaseAccessForAccountOwner',
    'Case Access Level for Account Owner',
    'None=Private|Read=Read Only|*Edit=Read/Write',
  ),
  restrictedPick(
    'ContactAccessForAccountOwner',
    'Contact Access Level for Account Owner',
    'None=Private|Read=Read Only|*Edit=Read/Write',
  ),
  text('DeveloperName', 'Developer Name', 80),
]);

export const profile = setupObject('Profile', '00e', 'Profile', { can: 'Q' }, [
  text('Name', 'Name', 255, { ...always, nameField: true }),
  lookup('UserLicenseId', 'User License ID', 'UserLicense', undefined),
  text('UserType', 'User Type', 40),
  area('Description', 'Description', 255),
]);

export const userLicense = setupObject('UserLicense', '100', 'User License', { can: 'Q' }, [
  text('LicenseDefinitionKey', 'License Def. ID', 40, always),
  text('Name', 'Name', 40, { ...always, nameField: true }),
  text('MasterLabel', 'Master Label', 40),
  restrictedPick('Status', 'Status', '*Active|Disabled'),
  field18('TotalLicenses', 'Total Licenses'),
  field18('UsedLicenses', 'Used Licenses'),
]);

function field18(name: string, label: string) {
  return { ...text(name, label, 0, readOnly), type: 'int' as const, length: undefined };
}

const groupTypes =
  '*Regular|Role|RoleAndSubordinates=Role and Subordinates|RoleAndSubordinatesInternal=Role and Internal Subordinates|Organization|Queue|Manager|ManagerAndSubordinatesInternal|Territory|AllCustomerPortal';

export const group = setupObject('Group', '00G', 'Group', { can: 'CUDQ' }, [
  text('Name', 'Name', 40, { ...always, nameField: true }),
  text('DeveloperName', 'Developer Name', 80),
  lookup('RelatedId', 'Related ID', 'UserRole|User', undefined, readOnly),
  restrictedPick('Type', 'Type', groupTypes, { ...always, ...createOnly, length: 40 }),
  email('Email', 'Email', { length: 255 }),
  lookup('OwnerId', 'Owner ID', 'Organization|User', undefined, readOnly),
  bool('DoesSendEmailToMembers', 'Send Email to Members'),
  bool('DoesIncludeBosses', 'Include Bosses', { defaultValue: 'true' }),
]);

export const groupMember = setupObject('GroupMember', '011', 'Group Member', { can: 'CDQ', stamps: 'none' }, [
  detail('GroupId', 'Group ID', 'Group', 'GroupMembers'),
  detail('UserOrGroupId', 'User/Group ID', 'User|Group', undefined),
]);

export const queueSobject = setupObject('QueueSobject', '03g', 'Queue SObject', { can: 'CDQ', stamps: 'none' }, [
  detail('QueueId', 'Queue ID', 'Group', 'QueueSobjects'),
  text('SobjectType', 'Sobject Type', 40, { ...always, ...createOnly }),
]);
