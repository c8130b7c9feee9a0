import type { ObjectRights } from './contract.ts';

/** Any of these permissions writes the rows of the object. */
const WRITERS: Readonly<Record<string, readonly string[]>> = {
  User: ['ManageInternalUsers', 'ManageUsers'],
  UserLogin: ['ManageInternalUsers', 'ManageUsers'],
  UserRole: ['ManageRoles', 'ManageUsers'],
  Group: ['ManageUsers'],
  GroupMember: ['ManageUsers'],
  QueueSobject: ['CustomizeApplication', 'ManageUsers'],
  PermissionSet: ['ManageProfilesPermissionsets'],
  PermissionSetGroup: ['ManageProfilesPermissionsets'],
  PermissionSetGroupComponent: ['ManageProfilesPermissionsets'],
  ObjectPermissions: ['ManageProfilesPermissionsets'],
  FieldPermissions: ['ManageProfilesPermissionsets'],
  PermissionSetTabSetting: ['ManageProfilesPermissionsets'],
  SetupEntityAccess: ['ManageProfilesPermissionsets'],
  PermissionSetAssignment: ['AssignPermissionSets', 'ManageUsers'],
};

/** Seen only with View Setup and Configuration, or with the permission to assign them. */
const HIDDEN = new Set([
  'PermissionSet',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'MutingPermissionSet',
  'ObjectPermissions',
  'FieldPermissions',
  'PermissionSetTabSetting',
  'SetupEntityAccess',
]);

/** Most of the setup is open to read; each part of it is written with the permission to manage that part. */
export function setupRights(name: string, has: (permission: string) => boolean): ObjectRights {
  const write = (WRITERS[name] ?? ['CustomizeApplication']).some(has);
  const read = write || !HIDDEN.has(name) || has('ViewSetup') || has('AssignPermissionSets');
  return { read, create: write, edit: write, delete: write, viewAll: true, modifyAll: write };
}
