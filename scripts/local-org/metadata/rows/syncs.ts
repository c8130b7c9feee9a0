import {
  application,
  businessProcess,
  customMetadata,
  listView,
  recordType,
  standardValueSet,
  staticResource,
} from './objects.ts';
import { group, queue, role } from './people.ts';
import {
  customPermission,
  mutingPermissionSet,
  permissionSet,
  permissionSetGroup,
  profile,
} from './permission-sets.ts';
import type { RowSync } from './row-sync.ts';

/** Metadata types that have rows, and how those are written. */
export const syncs: Readonly<Record<string, RowSync>> = {
  BusinessProcess: businessProcess,
  CustomApplication: application,
  CustomMetadata: customMetadata,
  CustomPermission: customPermission,
  Group: group,
  ListView: listView,
  MutingPermissionSet: mutingPermissionSet,
  PermissionSet: permissionSet,
  PermissionSetGroup: permissionSetGroup,
  Profile: profile,
  Queue: queue,
  RecordType: recordType,
  Role: role,
  StandardValueSet: standardValueSet,
  StaticResource: staticResource,
};
