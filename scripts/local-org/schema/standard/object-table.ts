import type { Field, SObjectType } from '../model.ts';
import { bool, datetime, field, lookup, readOnly, required } from './field-table.ts';

/** A built-in object before the fields that a deploy adds. */
export interface StandardObject {
  readonly name: string;
  readonly prefix: string;
  readonly label: string;
  readonly plural: string;
  readonly translations?: SObjectType['translations'];
  readonly fields: readonly Field[];
  readonly kind?: SObjectType['kind'];
  readonly tooling?: SObjectType['tooling'];
  /** C create, U update, D delete, Q query. */
  readonly can: string;
  readonly sharing: SObjectType['sharingModel'];
  /** May it take custom fields, rules and record types? */
  readonly customizable: boolean;
}

interface Options {
  readonly kind?: SObjectType['kind'];
  readonly tooling?: SObjectType['tooling'];
  readonly can?: string;
  readonly sharing?: SObjectType['sharingModel'];
  /** Object names that may own a record; absent = no OwnerId. */
  readonly owners?: string;
  readonly stamps?: 'all' | 'modified' | 'none';
  readonly plural?: string;
  readonly viewed?: boolean;
}

/** A business object: full rights, sharing, system fields. */
export function dataObject(
  name: string,
  prefix: string,
  label: string,
  options: Options,
  fields: Field[],
): StandardObject {
  const { can = 'CUDQ', sharing = 'ReadWrite', plural = `${label}s`, owners, stamps = 'all' } = options;
  const owned = owners ? [ownerField(owners)] : [];
  const viewed = options.viewed === false ? [] : viewedFields();
  const all = [
    idField(label),
    ...fields,
    ...owned,
    ...systemFields(stamps),
    bool('IsDeleted', 'Deleted', readOnly),
    ...viewed,
  ];
  return {
    name,
    prefix,
    label,
    plural,
    can,
    sharing,
    kind: options.kind,
    tooling: options.tooling,
    fields: all,
    customizable: true,
  };
}

/** An object of the administration: no owner, nothing to share, not open to custom fields. */
export function setupObject(
  name: string,
  prefix: string,
  label: string,
  options: Options,
  fields: Field[],
): StandardObject {
  const { can = 'Q', plural = `${label}s`, stamps = 'all', tooling, kind = 'setup' } = options;
  const all = [idField(label), ...fields, ...systemFields(stamps)].map((each) => ({ ...each, permissionable: false }));
  return { name, prefix, label, plural, can, sharing: 'ReadWrite', kind, tooling, fields: all, customizable: false };
}

export const idField = (label: string): Field =>
  field('Id', `${label} ID`, 'id', { ...readOnly, nillable: false, length: 18 });

export const ownerField = (owners: string): Field =>
  lookup('OwnerId', 'Owner ID', owners, undefined, { ...required, updateable: true });

export function systemFields(stamps: 'all' | 'modified' | 'none'): Field[] {
  const always = { ...readOnly, nillable: false };
  const modified = [
    datetime('LastModifiedDate', 'Last Modified Date', always),
    lookup('LastModifiedById', 'Last Modified By ID', 'User', undefined, always),
    datetime('SystemModstamp', 'System Modstamp', always),
  ];
  if (stamps === 'none') return [];
  if (stamps === 'modified') return modified;
  return [
    datetime('CreatedDate', 'Created Date', always),
    lookup('CreatedById', 'Created By ID', 'User', undefined, always),
    ...modified,
  ];
}

export const viewedFields = (): Field[] => [
  datetime('LastViewedDate', 'Last Viewed Date', readOnly),
  datetime('LastReferencedDate', 'Last Referenced Date', readOnly),
];
