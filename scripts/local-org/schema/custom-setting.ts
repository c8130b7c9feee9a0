import type { Content } from './content.ts';
import { wordOf } from './content.ts';
import type { Field, SObjectType } from './model.ts';
import { bool, createOnly, lookup, readOnly, required, text } from './standard/field-table.ts';
import { idField, systemFields } from './standard/object-table.ts';

/** A custom setting is an object whose rows are read from formulas; a hierarchy has one row per holder. */
export function settingKind(content: Content): SObjectType['customSetting'] {
  const kind = wordOf(content, 'customSettingsType');
  return kind === 'Hierarchy' || kind === 'List' ? kind : undefined;
}

/** The organization holds a row when no holder is named; its fields are then what everybody falls back to. */
const holder = { ...createOnly, nillable: false, unique: 'caseInsensitive', defaultValue: '$Organization.Id' } as const;

export function settingFields(kind: 'Hierarchy' | 'List', label: string): Field[] {
  const name =
    kind === 'List'
      ? text('Name', 'Name', 38, { ...required, nameField: true })
      : text('Name', 'Name', 80, { nameField: true, permissionable: false });
  return [
    idField(label),
    name,
    lookup('SetupOwnerId', 'Location', 'Organization|Profile|User', undefined, {
      permissionable: false,
      ...(kind === 'Hierarchy' ? holder : { createable: false, updateable: false, defaultValue: '$Organization.Id' }),
    }),
    ...systemFields('all'),
    bool('IsDeleted', 'Deleted', readOnly),
  ];
}
