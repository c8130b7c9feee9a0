import { nameFieldOf } from '../platform/data/name-field.ts';
import { cachedGet, objectInfo } from '../platform/data/object-info-cache.ts';
import type { ObjectInfo } from '../platform/data/object-info-cache.ts';
import { shownField } from '../platform/data/field-format.ts';
import type { ShownField } from '../platform/data/field-format.ts';
import type { RecordRepresentation } from '../platform/data/record-types.ts';

export interface ListColumn {
  /** `Account.Name`, `StageName`: below the object. */
  readonly path: string;
  readonly label: string;
}

export interface ListCell {
  readonly key: string;
  readonly shown: ShownField;
  readonly label: string;
}

export interface ListRow {
  readonly id: string;
  readonly url: string;
  readonly cells: readonly ListCell[];
}

export interface RelatedListInfo {
  readonly label: string;
  readonly objectApiNames: readonly string[];
  readonly relatedListId?: string;
  readonly displayColumns: readonly { readonly fieldApiName: string; readonly label: string }[];
  readonly fieldApiName: string;
}

export const relatedListInfo = (parent: string, id: string, recordTypeId?: string | null): Promise<RelatedListInfo> =>
  cachedGet(`/ui-api/related-list-info/${parent}/${id}${recordTypeId ? `?recordTypeId=${recordTypeId}` : ''}`);

/** The value at the end of a path, drawn by the type of its field; a path through a parent links to that parent. */
export function cellOf(record: RecordRepresentation, column: ListColumn, info: ObjectInfo): ListCell {
  const [first, ...rest] = column.path.split('.') as [string, ...string[]];
  if (rest.length === 0) {
    const field = info.fields[first];
    const shown = shownField(record, first, field);
    const isName = info.nameFields.includes(first);
    const link: ShownField = {
      kind: 'link',
      text: shown.text,
      value: shown.value,
      url: `/lightning/r/${info.apiName}/${record.id}/view`,
    };
    return { key: column.path, label: column.label, shown: isName && shown.text !== '' ? link : shown };
  }
  const parent = record.fields[first]?.value as RecordRepresentation | null | undefined;
  if (parent === null || parent === undefined)
    return { key: column.path, label: column.label, shown: { kind: 'text', text: '', value: null } };
  const name = rest.join('.');
  const value = parent.fields[name];
  const text = value?.displayValue ?? (value?.value as string | null | undefined) ?? '';
  const url = `/lightning/r/${parent.apiName}/${parent.id}/view`;
  const kind = name === 'Name' && parent.id ? 'link' : 'text';
  return { key: column.path, label: column.label, shown: { kind, text, value: value?.value ?? null, url } };
}

/** A lookup shows its record's name, so the name comes along. */
export function withParentNames(paths: readonly string[], info: ObjectInfo): string[] {
  return paths.flatMap((path) => {
    const field = info.fields[path];
    if (field?.reference !== true || field.relationshipName === null) return [path];
    const name = nameFieldOf(field.referenceToInfos[0]?.nameFields);
    return name === undefined ? [path] : [path, `${field.relationshipName}.${name}`];
  });
}

export async function rowsOf(
  records: readonly RecordRepresentation[],
  columns: readonly ListColumn[],
  object: string,
): Promise<ListRow[]> {
  const info = await objectInfo(object);
  return records.map((record) => ({
    id: record.id,
    url: `/lightning/r/${object}/${record.id}/view`,
    cells: columns.map((column) => cellOf(record, column, info)),
  }));
}
