import type { Session } from '../../org.ts';
import type { Field, RecordType, SObjectType } from '../../schema/model.ts';
import { entityTag } from './entity-tag.ts';
import { formLabel } from './labels.ts';
import { compactFields, fullLayout, isOnLayout, type LayoutItem, type LayoutSection } from './layout-source.ts';
import type { LayoutMode, LayoutType } from './layout-words.ts';
import { MASTER_RECORD_TYPE_ID, recordTypeIdOf } from './record-types.ts';

export interface LayoutWanted {
  readonly layoutType: LayoutType;
  readonly mode: LayoutMode;
  readonly recordType: RecordType | undefined;
}

/** Record Layout of the UI API: sections, rows across the columns, items; only what the user may see. */
export function layoutRepresentation(
  session: Session,
  type: SObjectType,
  wanted: LayoutWanted,
): Record<string, unknown> {
  const { id, sections } =
    wanted.layoutType === 'Compact' ? compactLayout(session, type) : fullLayout(session, type, wanted.recordType);
  const content = {
    id,
    layoutType: wanted.layoutType,
    mode: wanted.mode,
    objectApiName: type.name,
    recordTypeId: (wanted.recordType && recordTypeIdOf(session, type, wanted.recordType)) ?? MASTER_RECORD_TYPE_ID,
    saveOptions: [],
    sections: sections
      .map((section, index) => sectionRepresentation(session, type, section, `${id ?? type.name}.${String(index)}`))
      .filter((section) => section.rows > 0),
  };
  return { ...content, eTag: entityTag(content) };
}

function compactLayout(session: Session, type: SObjectType): { id: string | null; sections: LayoutSection[] } {
  const { id, fields } = compactFields(session, type);
  const items = [fields.map((field) => ({ field, required: false, readOnly: false }))];
  return { id, sections: [{ heading: null, useHeading: false, columns: 1, items }] };
}

function sectionRepresentation(session: Session, type: SObjectType, section: LayoutSection, id: string) {
  const columns = section.items.map((items) =>
    items.filter((item) => item === undefined || isOnLayout(session, type, item.field)),
  );
  const rows = Math.max(0, ...columns.map((items) => items.length));
  const layoutRows = Array.from({ length: rows }, (_, row) => ({
    layoutItems: columns.map((items) => itemRepresentation(session, type, items[row])),
  }));
  return {
    collapsible: false,
    columns: section.columns,
    heading: section.heading,
    id,
    layoutRows,
    rows,
    useHeading: section.useHeading,
  };
}

function itemRepresentation(
  session: Session,
  type: SObjectType,
  item: LayoutItem | undefined,
): Record<string, unknown> {
  const field = item === undefined ? undefined : type.field(item.field);
  if (item === undefined || field === undefined) return EMPTY_SPACE;
  // The owner is changed by an action of its own, not in the form.
  const may = !item.readOnly && field.name !== 'OwnerId' && session.access.canEditField(type, field.name);
  // A compound field is edited by its parts.
  const { createable, updateable } = parts(type, field)[0] ?? field;
  const label = formLabel(field, session.user.language);
  return {
    editableForNew: may && createable,
    editableForUpdate: may && updateable,
    label,
    layoutComponents: components(session, type, field),
    lookupIdApiName: lookupId(field),
    required: item.required || (!field.nillable && may && field.type !== 'boolean'),
    sortable: false,
  };
}

function components(session: Session, type: SObjectType, field: Field): object[] {
  const { language } = session.user;
  return parts(type, field).map((part) => ({
    apiName: part.name,
    componentType: 'Field',
    label: formLabel(part, language),
  }));
}

/** What a form asks of an address, in its order; of anything else the parts or the field itself. */
function parts(type: SObjectType, { name, compound }: Field): Field[] {
  const asked = compound?.['street']
    ? ['street', 'city', 'state', 'postalCode', 'country']
    : Object.keys(compound ?? {});
  const names = compound ? asked.map((key) => compound[key] ?? '') : [name];
  return names.flatMap((each) => type.field(each) ?? []);
}

const EMPTY_SPACE = {
  editableForNew: false,
  editableForUpdate: false,
  label: '',
  layoutComponents: [{ apiName: null, componentType: 'EmptySpace' }],
  lookupIdApiName: null,
  required: false,
  sortable: false,
};

function lookupId(field: Field): string | null {
  if (field.nameField) return 'Id';
  return field.reference === undefined ? null : field.name;
}
