import type { Session } from '../../org.ts';
import type { Field } from '../../schema/model.ts';
import { entityTag } from './entity-tag.ts';
import { isSortable } from './field-info.ts';
import { formLabel, objectLabel } from './labels.ts';
import { columnPath } from './list-view-columns.ts';
import type { ListView } from './list-view.ts';
import { textOf } from './metadata-content.ts';
import { nameFieldOf } from './name-fields.ts';
import { referencedObject } from './referenced-object.ts';

/** List Info of the UI API: the columns the user may see, filters and order of a view. */
export function listInfo(session: Session, view: ListView): Record<string, unknown> {
  const columns = view.columns.flatMap((path) => column(session, view, path) ?? []);
  const name = nameFieldOf(view.type);
  const content = {
    cloneable: false,
    createable: false,
    deletable: false,
    displayColumns: columns,
    filterLogicString: view.logic ?? null,
    filteredByInfo: view.filters.map((filter) => {
      const path = columnPath(view.type, textOf(filter, 'field') ?? '');
      return {
        fieldApiName: path,
        label: column(session, view, path)?.label ?? path,
        operandLabels: String(filter.value ?? '').split(','),
        operator: capitalized(textOf(filter, 'operation') ?? 'equals'),
      };
    }),
    label: view.label,
    listReference: viewReference(view),
    orderedByInfo:
      name === undefined
        ? []
        : [{ fieldApiName: name.name, isAscending: true, label: formLabel(name, session.user.language) }],
    updateable: false,
    userPreferences: {
      columnWidths: Object.fromEntries(columns.map(({ fieldApiName }) => [fieldApiName, -1])),
      columnWrap: Object.fromEntries(columns.map(({ fieldApiName }) => [fieldApiName, false])),
    },
    visibility: 'Public',
    visibilityEditable: false,
  };
  return { ...content, eTag: entityTag(content) };
}

export function viewReference(view: ListView): Record<string, unknown> {
  return { id: view.id, listViewApiName: view.apiName, objectApiName: view.type.name, type: 'listView' };
}

function column(
  session: Session,
  view: ListView,
  path: string,
): { fieldApiName: string; label: string; sortable: boolean } | undefined {
  const found = fieldAt(session, view, path);
  if (found === undefined) return undefined;
  return { fieldApiName: path, label: found.label, sortable: isSortable(found.field) };
}

/** `Account.Name` is called Account Name, `Owner.Name` Opportunity Owner, `Owner.Alias` Opportunity Owner Alias. */
function fieldAt(session: Session, view: ListView, path: string): { field: Field; label: string } | undefined {
  const { language } = session.user;
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  let type = view.type;
  let above = '';
  for (const part of parts) {
    const reference = type.relationship(part);
    const target = referencedObject(session, reference);
    if (reference === undefined || target === undefined || !session.access.canReadField(type, reference.name)) {
      return undefined;
    }
    above = named.has(target.name) ? formLabel(reference, language) : objectLabel(target, language);
    type = target;
  }
  const field = type.field(last);
  if (field === undefined || !session.access.canReadField(type, field.name)) return undefined;
  const label = formLabel(field, language);
  if (above === '' || label.startsWith(above)) return { field, label };
  if (named.has(type.name) && field.nameField) return { field, label: above };
  return { field, label: /^\p{Script=Han}/u.test(label) ? above + label : `${above} ${label}` };
}

/** The lookup says what they are to the record: its owner, its record type. */
const named = new Set(['User', 'Group', 'RecordType']);

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
