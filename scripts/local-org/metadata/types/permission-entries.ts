import type {
  Profile,
  PermissionSet,
  PermissionSetFieldPermissions,
  PermissionSetObjectPermissions,
} from '@salesforce/types/metadata';
import { NotSupportedError } from '../../errors.ts';
import { systemPermissions } from '../../schema/standard/system-permissions.ts';
import type { SObjectType } from '../../schema/model.ts';
import { refuseTwice, requireComponent, requireField, requireObject } from './common-checks.ts';
import type { RuleContext } from './rule.ts';

type Entries = Pick<
  PermissionSet | Profile,
  | 'objectPermissions'
  | 'fieldPermissions'
  | 'customPermissions'
  | 'recordTypeVisibilities'
  | 'applicationVisibilities'
  | 'userPermissions'
>;

/** What permission sets and profiles have in common: every name in them exists, and rights come with those they need. */
export function checkEntries(entries: Entries, context: RuleContext): void {
  checkObjects(entries.objectPermissions as readonly PermissionSetObjectPermissions[], context);
  for (const permission of entries.fieldPermissions) checkFieldPermission(permission, context);
  checkNames(entries, context);
}

/** Every name in them exists and stands once. */
export function checkNames(entries: Entries, context: RuleContext): void {
  refuseTwice(
    context,
    entries.fieldPermissions.map((each) => [each.field, each] as const),
    (name) => `Duplicate FieldPermissions: ${name}`,
  );
  for (const each of entries.customPermissions) requireComponent(context, 'CustomPermission', each.name, each, 'name');
  for (const each of entries.recordTypeVisibilities)
    requireComponent(context, 'RecordType', each.recordType, each, 'recordType');
  for (const each of entries.applicationVisibilities) {
    if (!each.application.startsWith('standard__'))
      requireComponent(context, 'CustomApplication', each.application, each, 'application');
  }
  for (const each of entries.userPermissions) {
    if (!systemPermissions.includes(each.name)) context.report(`Unknown user permission: ${each.name}`, each, 'name');
  }
}

export function checkTab(name: string, at: object, context: RuleContext): void {
  if (name.startsWith('standard-')) {
    const target = name.slice('standard-'.length);
    if (!standardTabs.has(target) && !context.schema.object(target))
      context.report(new NotSupportedError(`tab ${name}`).message, at, 'tab');
    return;
  }
  requireComponent(context, 'CustomTab', name, at, 'tab');
}

export const standardTabs = new Set([
  'home',
  'Feed',
  'report',
  'Dashboard',
  'Chatter',
  'Forecasting3',
  'Workspace',
  'File',
  'CollaborationGroup',
]);

function checkFieldPermission(permission: PermissionSetFieldPermissions, context: RuleContext): void {
  const [objectName = '', name = ''] = permission.field.split('.');
  const type = context.schema.object(objectName);
  // The name of a custom object is granted in public projects, to no effect.
  if (type?.custom && type.field(name)?.nameField) return;
  const found = requireField(context, permission.field, permission, 'field');
  if (found && !found.field.permissionable)
    context.report(`You cannot deploy to a required field: ${permission.field}`, permission, 'field');
  if (permission.editable && permission.readable === false) {
    context.report(
      `Permission Edit ${permission.field} depends on permission(s): Read ${permission.field}`,
      permission,
      'editable',
    );
  }
}

type Right = 'allowCreate' | 'allowRead' | 'allowEdit' | 'allowDelete' | 'viewAllRecords' | 'modifyAllRecords';

const words: Readonly<Record<Right, string>> = {
  allowCreate: 'Create',
  allowRead: 'Read',
  allowEdit: 'Edit',
  allowDelete: 'Delete',
  viewAllRecords: 'View All',
  modifyAllRecords: 'Modify All',
};

const needs: Readonly<Record<Right, readonly Right[]>> = {
  allowCreate: ['allowRead'],
  allowRead: [],
  allowEdit: ['allowRead'],
  allowDelete: ['allowRead', 'allowEdit'],
  viewAllRecords: ['allowRead'],
  modifyAllRecords: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords'],
};

function checkObjects(permissions: readonly PermissionSetObjectPermissions[], context: RuleContext): void {
  const byName = new Map(permissions.map((each) => [each.object.toLowerCase(), each]));
  refuseTwice(
    context,
    permissions.map((each) => [each.object, each] as const),
    (name) => `Duplicate ObjectPermissions: ${name}`,
  );
  for (const each of permissions) {
    const type = requireObject(context, each.object, each, 'object');
    if (!type) continue;
    if (type.kind !== 'data')
      context.report(`In field: object - no CustomObject named ${each.object} found`, each, 'object');
    for (const right of Object.keys(needs) as Right[]) {
      const missing = needs[right].filter((other) => each[right] && !each[other]);
      if (missing.length > 0)
        report(
          context,
          right,
          each,
          missing.map((other) => `${words[other]} ${each.object}`),
        );
    }
    checkParents(each, type, byName, context);
  }
}

/** Read and View All on a detail are worth nothing without the same on its master. */
function checkParents(
  permission: PermissionSetObjectPermissions,
  type: SObjectType,
  all: ReadonlyMap<string, PermissionSetObjectPermissions>,
  context: RuleContext,
): void {
  for (const parent of parentsOf(type)) {
    const above = all.get(parent.toLowerCase());
    if (permission.allowRead && !above?.allowRead) report(context, 'allowRead', permission, [`Read ${parent}`]);
    const seesAll = above?.viewAllRecords === true || above?.modifyAllRecords === true;
    if (permission.viewAllRecords && !seesAll && type.custom)
      report(context, 'viewAllRecords', permission, [`View All ${parent}`]);
  }
}

const standardParents: Readonly<Record<string, readonly string[]>> = { Contact: ['Account'], Opportunity: ['Account'] };

function parentsOf(type: SObjectType): readonly string[] {
  const own = type.fields.flatMap((field) => (field.reference?.kind === 'MasterDetail' ? field.reference.to : []));
  return standardParents[type.name] ?? own;
}

function report(
  context: RuleContext,
  right: Right,
  at: PermissionSetObjectPermissions,
  missing: readonly string[],
): void {
  context.report(`Permission ${words[right]} ${at.object} depends on permission(s): ${missing.join(', ')}`, at, right);
}
