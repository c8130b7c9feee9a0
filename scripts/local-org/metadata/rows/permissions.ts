import type { Row } from '../../org.ts';
import { flagOf, listOf, wordOf, type Content } from '../../schema/content.ts';
import { systemPermissions } from '../../schema/standard/system-permissions.ts';
import type { RowWriter } from './row-writer.ts';

/** Object, field, custom, app, tab and record-type permissions of one permission set or profile, as rows under it. */
export function writePermissions(content: Content, parentId: string, writer: RowWriter): void {
  writeAll(writer, 'ObjectPermissions', parentId, ['SobjectType'], objectRows(content));
  writeAll(writer, 'FieldPermissions', parentId, ['SobjectType', 'Field'], fieldRows(content));
  writeAll(writer, 'SetupEntityAccess', parentId, ['SetupEntityId'], entityRows(content, writer));
  writeAll(writer, 'PermissionSetTabSetting', parentId, ['Name'], tabRows(content));
  writeAll(writer, 'RecordTypeVisibility', parentId, ['RecordTypeId'], recordTypeRows(content, writer));
}

export function removePermissions(parentId: string, writer: RowWriter): void {
  for (const name of [
    'ObjectPermissions',
    'FieldPermissions',
    'SetupEntityAccess',
    'PermissionSetTabSetting',
    'RecordTypeVisibility',
  ]) {
    for (const row of writer.find(name, 'ParentId', parentId)) writer.remove(name, String(row['Id']));
  }
}

/** The system permissions as columns of the permission set's own row. */
export function systemFlags(content: Content): Row {
  const enabled = new Set(
    listOf(content, 'userPermissions')
      .filter((each) => flagOf(each, 'enabled'))
      .map((each) => wordOf(each, 'name')),
  );
  return Object.fromEntries(systemPermissions.map((name) => [`Permissions${name}`, enabled.has(name)]));
}

/** Keeps the ids of rows that stay, and removes those that the content does not name any more. */
function writeAll(
  writer: RowWriter,
  objectName: string,
  parentId: string,
  keys: readonly string[],
  rows: readonly Row[],
): void {
  const keyOf = (row: Row): string => keys.map((key) => String(row[key])).join('|');
  const before = new Map(writer.find(objectName, 'ParentId', parentId).map((row) => [keyOf(row), String(row['Id'])]));
  for (const row of rows) {
    const id = before.get(keyOf(row)) ?? writer.newId(objectName);
    before.delete(keyOf(row));
    writer.put(objectName, id, { ...row, ParentId: parentId });
  }
  for (const id of before.values()) writer.remove(objectName, id);
}

function objectRows(content: Content): Row[] {
  return listOf(content, 'objectPermissions').map((each) => ({
    SobjectType: wordOf(each, 'object') ?? '',
    PermissionsCreate: flagOf(each, 'allowCreate'),
    PermissionsRead: flagOf(each, 'allowRead'),
    PermissionsEdit: flagOf(each, 'allowEdit'),
    PermissionsDelete: flagOf(each, 'allowDelete'),
    PermissionsViewAllRecords: flagOf(each, 'viewAllRecords'),
    PermissionsModifyAllRecords: flagOf(each, 'modifyAllRecords'),
    PermissionsViewAllFields: flagOf(each, 'viewAllFields'),
  }));
}

function fieldRows(content: Content): Row[] {
  return listOf(content, 'fieldPermissions').map((each) => ({
    SobjectType: (wordOf(each, 'field') ?? '').split('.')[0] ?? '',
    Field: wordOf(each, 'field') ?? '',
    PermissionsEdit: flagOf(each, 'editable'),
    PermissionsRead: flagOf(each, 'readable') || flagOf(each, 'editable'),
  }));
}

function entityRows(content: Content, writer: RowWriter): Row[] {
  const ids = (type: string, list: string, name: string, flag: string): Row[] =>
    listOf(content, list)
      .filter((each) => flagOf(each, flag))
      .flatMap((each) => writer.schema.component(type, wordOf(each, name) ?? '') ?? [])
      .map((component) => ({
        SetupEntityId: component.id,
        SetupEntityType: type === 'CustomApplication' ? 'TabSet' : type,
      }));
  return [
    ...ids('CustomPermission', 'customPermissions', 'name', 'enabled'),
    ...ids('CustomApplication', 'applicationVisibilities', 'application', 'visible'),
  ];
}

const visibilities: Readonly<Record<string, string>> = {
  Available: 'DefaultOff',
  Visible: 'DefaultOn',
  DefaultOn: 'DefaultOn',
  DefaultOff: 'DefaultOff',
};

/** Permission sets say `tabSettings`, profiles `tabVisibilities`. */
function tabRows(content: Content): Row[] {
  return [...listOf(content, 'tabSettings'), ...listOf(content, 'tabVisibilities')].flatMap((each) => {
    const Visibility = visibilities[wordOf(each, 'visibility') ?? ''];
    return Visibility ? [{ Name: wordOf(each, 'tab') ?? '', Visibility }] : [];
  });
}

function recordTypeRows(content: Content, writer: RowWriter): Row[] {
  return listOf(content, 'recordTypeVisibilities').flatMap((each) => {
    const component = writer.schema.component('RecordType', wordOf(each, 'recordType') ?? '');
    if (!component) return [];
    return [{ RecordTypeId: component.id, IsVisible: flagOf(each, 'visible'), IsDefault: flagOf(each, 'default') }];
  });
}
