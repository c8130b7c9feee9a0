import { bool, createOnly, detail, int, lookup, readOnly, restrictedPick, text } from './field-table.ts';
import { setupObject } from './object-table.ts';
import { systemPermissions } from './system-permissions.ts';

const always = { nillable: false } as const;

export const permissionSet = setupObject('PermissionSet', '0PS', 'Permission Set', { can: 'CUDQ' }, [
  text('Name', 'Permission Set Name', 80, { ...always, nameField: true }),
  text('Label', 'Permission Set Label', 80, always),
  lookup('LicenseId', 'License ID', 'UserLicense', undefined, createOnly),
  lookup('ProfileId', 'Profile ID', 'Profile', 'PermissionSets', readOnly),
  bool('IsOwnedByProfile', 'Is Owned By Profile', readOnly),
  bool('IsCustom', 'Is Custom', readOnly),
  text('Description', 'Description', 255),
  text('NamespacePrefix', 'Namespace Prefix', 15, readOnly),
  bool('HasActivationRequired', 'Session Activation Required', createOnly),
  lookup('PermissionSetGroupId', 'Permission Set Group ID', 'PermissionSetGroup', undefined, readOnly),
  restrictedPick('Type', 'Type', '*Regular|Standard|Session|Profile|Group', { ...readOnly, nillable: false }),
  ...systemPermissions.map((name) => bool(`Permissions${name}`, name)),
]);

export const permissionSetAssignment = setupObject(
  'PermissionSetAssignment',
  '0Pa',
  'Permission Set Assignment',
  { can: 'CDQ', stamps: 'none' },
  [
    detail('PermissionSetId', 'PermissionSet ID', 'PermissionSet', 'Assignments', { nillable: true }),
    lookup('PermissionSetGroupId', 'PermissionSetGroup ID', 'PermissionSetGroup', 'Assignments', createOnly),
    detail('AssigneeId', 'Assignee ID', 'User', 'PermissionSetAssignments'),
    bool('IsActive', 'Is Active', { ...readOnly, defaultValue: 'true' }),
  ],
);

export const permissionSetGroup = setupObject('PermissionSetGroup', '0PG', 'Permission Set Group', { can: 'CUDQ' }, [
  text('DeveloperName', 'Name', 80, { ...always, nameField: true }),
  restrictedPick('Language', 'Master Language', '*en_US=English|zh_CN=Chinese (Simplified)', { length: 40 }),
  text('MasterLabel', 'Label', 80, always),
  text('Description', 'Description', 255),
  restrictedPick('Status', 'Status', '*Updated|Outdated|Updating|Failed', readOnly),
]);

/** What a group takes back from the permission sets in it. */
export const mutingPermissionSet = setupObject('MutingPermissionSet', '0QM', 'Muting Permission Set', { can: 'Q' }, [
  text('DeveloperName', 'Name', 80, { ...always, nameField: true }),
  restrictedPick('Language', 'Master Language', '*en_US=English|zh_CN=Chinese (Simplified)', { length: 40 }),
  text('MasterLabel', 'Label', 80, always),
  text('Description', 'Description', 255),
  ...systemPermissions.map((name) => bool(`Permissions${name}`, name)),
]);

export const permissionSetGroupComponent = setupObject(
  'PermissionSetGroupComponent',
  '0PE',
  'Permission Set Group Component',
  { can: 'CDQ' },
  [
    detail('PermissionSetGroupId', 'Permission Set Group ID', 'PermissionSetGroup', 'PermissionSetGroupComponents'),
    detail('PermissionSetId', 'Permission Set ID', 'PermissionSet', 'PermissionSetGroupComponents'),
  ],
);

export const objectPermissions = setupObject(
  'ObjectPermissions',
  '110',
  'Object Permissions',
  { can: 'CUDQ', plural: 'Object Permissions' },
  [
    detail('ParentId', 'Parent ID', 'PermissionSet', 'ObjectPerms'),
    text('SobjectType', 'Sobject Type', 40, { ...always, ...createOnly }),
    ...['Create', 'Read', 'Edit', 'Delete', 'ViewAllRecords', 'ModifyAllRecords', 'ViewAllFields'].map((right) =>
      bool(`Permissions${right}`, right),
    ),
  ],
);

export const fieldPermissions = setupObject(
  'FieldPermissions',
  '01k',
  'Field Permissions',
  { can: 'CUDQ', plural: 'Field Permissions', stamps: 'none' },
  [
    detail('ParentId', 'Parent ID', 'PermissionSet', 'FieldPerms'),
    text('SobjectType', 'Sobject Type', 40, { ...always, ...createOnly }),
    text('Field', 'Field Name', 255, { ...always, ...createOnly }),
    bool('PermissionsEdit', 'Edit'),
    bool('PermissionsRead', 'Read'),
  ],
);

export const tabSetting = setupObject(
  'PermissionSetTabSetting',
  '01P',
  'Permission Set Tab Setting',
  { can: 'CUDQ', stamps: 'none' },
  [
    detail('ParentId', 'Parent ID', 'PermissionSet', undefined),
    text('Name', 'Name', 255, { ...always, ...createOnly }),
    restrictedPick('Visibility', 'Visibility', 'DefaultOff=Available|DefaultOn=Visible'),
  ],
);

export const customPermission = setupObject('CustomPermission', '0CP', 'Custom Permission', { can: 'Q' }, [
  text('DeveloperName', 'Name', 80, { ...always, nameField: true }),
  text('MasterLabel', 'Master Label', 80, always),
  text('Language', 'Master Language', 40),
  text('NamespacePrefix', 'Namespace Prefix', 15),
  text('Description', 'Description', 255),
  bool('IsProtected', 'Protected Component'),
  bool('IsLicensed', 'License Required'),
]);

export const setupEntityAccess = setupObject(
  'SetupEntityAccess',
  '0J0',
  'Setup Entity Access',
  { can: 'CDQ', plural: 'Setup Entity Access', stamps: 'none' },
  [
    detail('ParentId', 'Parent ID', 'PermissionSet', 'SetupEntityAccessItems'),
    lookup('SetupEntityId', 'Setup Entity ID', 'CustomPermission|AppDefinition', undefined, {
      ...always,
      ...createOnly,
    }),
    text('SetupEntityType', 'Setup Entity Type', 40, readOnly),
  ],
);

export const recordTypeVisibility = setupObject(
  'RecordTypeVisibility',
  '0RV',
  'Record Type Visibility',
  { can: '', stamps: 'none', plural: 'Record Type Visibilities' },
  [
    detail('ParentId', 'Parent ID', 'PermissionSet', undefined),
    lookup('RecordTypeId', 'Record Type ID', 'RecordType', undefined, always),
    bool('IsVisible', 'Visible'),
    bool('IsDefault', 'Default'),
    int('SortOrder', 'Sort Order'),
  ],
);
