import type { Row } from '../../org.ts';
import { flagOf, listOf, wordOf, type Content } from '../../schema/content.ts';
import { systemPermissions } from '../../schema/standard/system-permissions.ts';
import type { RowWriter } from './row-writer.ts';

/** Object, field, custom, app, tab and record-type permissions of one permission set, as rows under it. */
export function writePermissions(content: Content, parentId: string, writer: RowWriter): void {
  for (const { objectName, keys, rows } of permissionRows(content, writer, 'given'))
    writeAll(writer, objectName, parentId, keys, rows);
}

/** The same for a profile, whose file changes what it names and leaves alone what the profile came with. */
export function mergePermissions(content: Content, parentId: string, writer: RowWriter): void {
  for (const { objectName, keys, rows } of permissionRows(content, writer, 'taken'))
    dropNamed(writer, objectName, parentId, keys, rows);
  for (const { objectName, keys, rows } of permissionRows(content, writer, 'given'))
    putAll(writer, objectName, parentId, keys, rows);
}

interface PermissionRows {
  readonly objectName: string;
  readonly keys: readonly string[];
  readonly rows: readonly Row[];
}

/** What content gives; or what it takes away by naming it: an app that is not visible, a tab that is hidden. */
function permissionRows(content: Content, writer: RowWriter, what: 'given' | 'taken'): PermissionRows[] {
  const given = what === 'given';
  return [
    { objectName: 'ObjectPermissions', keys: ['SobjectType'], rows: given ? objectRows(content) : [] },
    { objectName: 'FieldPermissions', keys: ['SobjectType', 'Field'], rows: given ? fieldRows(content, writer) : [] },
    { objectName: 'SetupEntityAccess', keys: ['SetupEntityId'], rows: entityRows(content, writer, given) },
    { objectName: 'PermissionSetTabSetting', keys: ['Name'], rows: tabRows(content, given) },
    { objectName: 'RecordTypeVisibility', keys: ['RecordTypeId'], rows: given ? recordTypeRows(content, writer) : [] },
  ];
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

/** The system permissions that content names, as columns: a profile keeps those that it does not name. */
export function namedSystemFlags(content: Content): Row {
  return Object.fromEntries(
    listOf(content, 'userPermissions').map((each) => [
      `Permissions${wordOf(each, 'name') ?? ''}`,
      flagOf(each, 'enabled'),
    ]),
  );
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
  for (const id of putAll(writer, objectName, parentId, keys, rows)) writer.remove(objectName, id);
}

const keyOf = (keys: readonly string[], row: Row): string => keys.map((key) => String(row[key])).join('|');

const idsByKey = (writer: RowWriter, objectName: string, parentId: string, keys: readonly string[]) =>
  new Map(writer.find(objectName, 'ParentId', parentId).map((row) => [keyOf(keys, row), String(row['Id'])]));

/** Answers the ids of the rows that were there and are not among these. */
function putAll(
  writer: RowWriter,
  objectName: string,
  parentId: string,
  keys: readonly string[],
  rows: readonly Row[],
): string[] {
  const before = idsByKey(writer, objectName, parentId, keys);
  for (const row of rows) {
    const id = before.get(keyOf(keys, row)) ?? writer.newId(objectName);
    before.delete(keyOf(keys, row));
    writer.put(objectName, id, { ...row, ParentId: parentId });
  }
  return [...before.values()];
}

function dropNamed(
  writer: RowWriter,
  objectName: string,
  parentId: string,
  keys: readonly string[],
  rows: readonly Row[],
): void {
  const before = idsByKey(writer, objectName, parentId, keys);
  for (const row of rows) {
    const id = before.get(keyOf(keys, row));
    if (id !== undefined) writer.remove(objectName, id);
  }
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

/** An address is granted as one and kept by its parts; a name needs no grant. */
function fieldRows(content: Content, writer: RowWriter): Row[] {
  return listOf(content, 'fieldPermissions').flatMap((each) => {
    const [objectName = '', name = ''] = (wordOf(each, 'field') ?? '').split('.');
    const type = writer.schema.object(objectName);
    const known = type?.field(name);
    const parts = known && !known.custom ? Object.values(known.compound ?? {}) : [];
    if (type?.custom && known?.nameField) return [];
    return (parts.length > 0 ? parts : [name]).map((field) => ({
      SobjectType: objectName,
      Field: `${objectName}.${field}`,
      PermissionsEdit: flagOf(each, 'editable'),
      PermissionsRead: flagOf(each, 'readable') || flagOf(each, 'editable'),
    }));
  });
}

function entityRows(content: Content, writer: RowWriter, given: boolean): Row[] {
  const ids = (type: string, list: string, name: string, flag: string): Row[] =>
    listOf(content, list)
      .filter((each) => flagOf(each, flag) === given)
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
function tabRows(content: Content, given: boolean): Row[] {
  return [...listOf(content, 'tabSettings'), ...listOf(content, 'tabVisibilities')].flatMap((each) => {
    const Visibility = visibilities[wordOf(each, 'visibility') ?? ''];
    if ((Visibility !== undefined) !== given) return [];
    return [{ Name: wordOf(each, 'tab') ?? '', ...(Visibility && { Visibility }) }];
  });
}

function recordTypeRows(content: Content, writer: RowWriter): Row[] {
  return listOf(content, 'recordTypeVisibilities').flatMap((each) => {
    const component = writer.schema.component('RecordType', wordOf(each, 'recordType') ?? '');
    if (!component) return [];
    return [{ RecordTypeId: component.id, IsVisible: flagOf(each, 'visible'), IsDefault: flagOf(each, 'default') }];
  });
}
