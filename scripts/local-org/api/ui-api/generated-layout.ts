import type { SObjectType } from '../../schema/model.ts';
import { pageWord } from '../../schema/standard/languages/translated.ts';
import { defaultLayouts } from './default-layouts.ts';
import type { LayoutItem, LayoutSection, LayoutSource } from './layout-source.ts';
import { isPersonName, nameFieldOf } from './name-fields.ts';

const SYSTEM = new Set([
  'Id',
  'IsDeleted',
  'CreatedById',
  'CreatedDate',
  'LastModifiedById',
  'LastModifiedDate',
  'SystemModstamp',
]);
const HIDDEN = new Set([
  ...SYSTEM,
  'RecordTypeId',
  'LastActivityDate',
  'LastViewedDate',
  'LastReferencedDate',
  'UserRecordAccessId',
]);

/**
 * What an object has before anybody designs a layout: the platform's own for a standard object, every field for another one.
 * Custom fields of a standard object follow its own; an administrator who makes one places it so.
 */
export function generatedLayout(type: SObjectType, language: string): LayoutSource {
  const standard = defaultLayouts[type.name];
  return standard === undefined ? everyField(type, language) : { id: null, sections: placed(type, standard, language) };
}

function placed(type: SObjectType, layout: (typeof defaultLayouts)[string], language: string): LayoutSection[] {
  const custom = type.fields.filter((field) => field.custom && !field.compound).map((field) => item(field.name));
  const half = Math.ceil(custom.length / 2);
  return layout.map(([heading, left, right], index) => {
    const columns = [left, right].map((names) => names.split(' ').filter(Boolean).map(placedItem));
    const more = index === 0 ? [custom.slice(0, half), custom.slice(half)] : [[], []];
    return {
      heading: pageWord(heading, language),
      useHeading: true,
      columns: 2,
      items: columns.map((items, column) => [...items, ...(more[column] ?? [])]),
    };
  });
}

const placedItem = (name: string): LayoutItem => (name.endsWith('!') ? readOnly(name.slice(0, -1)) : item(name));

function everyField(type: SObjectType, language: string): LayoutSource {
  const name = nameFieldOf(type);
  const rest = type.fields.filter(
    (field) =>
      !HIDDEN.has(field.name) && !field.compound && field !== name && !(isPersonName(type) && PERSON.has(field.name)),
  );
  const left = rest.filter((field) => field.name !== 'OwnerId').map(({ name: field }) => item(field));
  const right = type.field('OwnerId') === undefined ? [] : [item('OwnerId')];
  const half = Math.ceil((left.length - right.length) / 2);
  const information: LayoutSection = {
    heading: pageWord('Information', language),
    useHeading: true,
    columns: 2,
    items: [
      [...(name === undefined ? [] : [item(name.name)]), ...left.slice(0, half)],
      [...right, ...left.slice(half)],
    ],
  };
  const system: LayoutSection = {
    heading: pageWord('System Information', language),
    useHeading: true,
    columns: 2,
    items: [[readOnly('CreatedById')], [readOnly('LastModifiedById')]],
  };
  return { id: null, sections: [information, system] };
}

const PERSON = new Set(['Salutation', 'FirstName', 'LastName']);

function item(field: string): LayoutItem {
  return { field, required: false, readOnly: false };
}

function readOnly(field: string): LayoutItem {
  return { field, required: false, readOnly: true };
}
