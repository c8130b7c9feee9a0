import type { FieldInfo, ObjectInfo, PicklistValues } from '../platform/data/object-info-cache.ts';
import { shownField } from '../platform/data/field-format.ts';
import type { RecordRepresentation } from '../platform/data/record-types.ts';
import { cellOf } from './related-columns.ts';
import type { ListInfo } from './list-data.ts';

export type TableRow = Readonly<Record<string, unknown>> & { readonly id: string };

interface TableColumn {
  readonly label: string;
  readonly fieldName: string;
  readonly type: string;
  readonly editable: boolean;
  readonly sortable: boolean;
  readonly initialWidth?: number;
  readonly typeAttributes?: unknown;
  readonly cellAttributes?: unknown;
}

const TYPES: Readonly<Record<string, string>> = {
  Currency: 'currency',
  Percent: 'percent-fixed',
  Double: 'number',
  Int: 'number',
  Date: 'date-local',
  DateTime: 'date',
  Boolean: 'boolean',
  Email: 'email',
  Phone: 'phone',
  Url: 'url',
  Picklist: 'picklist',
};

const DATE = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
const ATTRIBUTES: Readonly<Record<string, unknown>> = {
  date: { ...DATE, hour: '2-digit', minute: '2-digit' },
  'date-local': DATE,
};

/** What is written in figures is never cut: a cut amount reads as another amount. Words share the rest. */
const WIDTHS: Readonly<Record<string, number>> = {
  currency: 165,
  number: 110,
  'percent-fixed': 110,
  'date-local': 125,
  date: 170,
  boolean: 90,
  phone: 140,
};

/** Datatable columns of a list view. The name leads to the record; what the user may change can be edited in place. */
export function tableColumns(
  list: ListInfo,
  info: ObjectInfo,
  picklists: Readonly<Record<string, PicklistValues>>,
): TableColumn[] {
  return list.columns.map(({ path, label, sortable }) => {
    const field = info.fields[path];
    const type = columnType(path, field, info);
    const column: TableColumn = {
      label,
      fieldName: type === 'recordLink' ? `${path}__link` : path,
      type: type === 'percent-fixed' ? 'percent' : type,
      editable: type === 'recordLink' ? false : isEditable(field),
      sortable,
      ...(WIDTHS[type] === undefined ? {} : { initialWidth: WIDTHS[type] }),
    };
    if (type === 'recordLink') {
      return { ...column, type: 'url', typeAttributes: { label: { fieldName: `${path}__text` }, target: '_self' } };
    }
    if (type === 'picklist') {
      const options = (picklists[path]?.values ?? []).map((each) => ({ label: each.label, value: each.value }));
      return { ...column, typeAttributes: { options, label, text: { fieldName: `${path}__text` } } };
    }
    if (type === 'percent-fixed')
      return {
        ...column,
        typeAttributes: { formatStyle: 'percent-fixed', maximumFractionDigits: field?.scale ?? 0, step: '0.01' },
      };
    if (type === 'currency' || type === 'number')
      return {
        ...column,
        typeAttributes: { maximumFractionDigits: field?.scale ?? 0 },
        cellAttributes: { alignment: 'right' },
      };
    return ATTRIBUTES[type] === undefined ? column : { ...column, typeAttributes: ATTRIBUTES[type] };
  });
}

function columnType(path: string, field: FieldInfo | undefined, info: ObjectInfo): string {
  if (field === undefined) return path.endsWith('.Name') ? 'recordLink' : 'text';
  if (info.nameFields.includes(path) || field.reference) return 'recordLink';
  return TYPES[field.dataType] ?? 'text';
}

const isEditable = (field: FieldInfo | undefined): boolean =>
  field?.updateable === true &&
  !field.calculated &&
  ['String', 'TextArea', ...Object.keys(TYPES)].includes(field.dataType);

export function tableRow(record: RecordRepresentation, list: ListInfo, info: ObjectInfo): TableRow {
  const row: Record<string, unknown> & { id: string } = { id: record.id };
  for (const column of list.columns) {
    const { shown } = cellOf(record, column, info);
    const plain = info.fields[column.path];
    row[column.path] = plain === undefined ? shown.text : (shownField(record, column.path, plain).value ?? null);
    row[`${column.path}__text`] = shown.text;
    // A blank link would lead to this page.
    if (shown.kind === 'link' && shown.url !== undefined && shown.text !== '') row[`${column.path}__link`] = shown.url;
  }
  return row;
}
