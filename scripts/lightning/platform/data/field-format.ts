import type { FieldInfo } from './object-info-cache.ts';
import { isRecord } from './record-types.ts';
import type { RecordRepresentation } from './record-types.ts';

/** How a value is shown, by the field's type. */
export interface ShownField {
  readonly kind:
    | 'text'
    | 'longText'
    | 'rich'
    | 'checkbox'
    | 'link'
    | 'url'
    | 'email'
    | 'phone'
    | 'number'
    | 'date'
    | 'datetime'
    | 'time';
  readonly text: string;
  readonly value: unknown;
  readonly url?: string;
  readonly numberStyle?: 'decimal' | 'currency' | 'percent-fixed';
  readonly scale?: number;
}

const KINDS: Readonly<Record<string, ShownField['kind']>> = {
  Url: 'url',
  Email: 'email',
  Phone: 'phone',
  Boolean: 'checkbox',
  Date: 'date',
  DateTime: 'datetime',
  Time: 'time',
};

const NUMBER_STYLES: Readonly<Record<string, ShownField['numberStyle']>> = {
  Currency: 'currency',
  Percent: 'percent-fixed',
  Double: 'decimal',
  Int: 'decimal',
  Long: 'decimal',
};

export function shownField(record: RecordRepresentation, name: string, info: FieldInfo | undefined): ShownField {
  const field = record.fields[name];
  const value = field?.value ?? null;
  const text = field?.displayValue ?? (value === null ? '' : String(value));
  if (info?.reference === true) return referenceOf(record, text, value, info);
  const numberStyle = NUMBER_STYLES[info?.dataType ?? ''];
  if (numberStyle !== undefined && value !== null)
    return { kind: 'number', text, value, numberStyle, scale: info?.scale ?? 0 };
  if (info?.dataType === 'TextArea') return { kind: info.htmlFormatted ? 'rich' : 'longText', text, value };
  // A formula that returns HYPERLINK or IMAGE arrives as markup.
  if (info?.htmlFormatted === true) return { kind: 'rich', text: String(value ?? ''), value };
  return {
    kind: value === null && info?.dataType !== 'Boolean' ? 'text' : (KINDS[info?.dataType ?? ''] ?? 'text'),
    text,
    value,
  };
}

function referenceOf(record: RecordRepresentation, text: string, value: unknown, info: FieldInfo): ShownField {
  const parent = info.relationshipName === null ? undefined : record.fields[info.relationshipName];
  const target = parent?.value;
  const name =
    parent?.displayValue ?? (isRecord(target) ? (target.fields['Name']?.value as string | undefined) : undefined);
  if (typeof value !== 'string') return { kind: 'text', text: '', value };
  const object = isRecord(target) ? target.apiName : (info.referenceToInfos[0]?.apiName ?? 'sObject');
  return { kind: 'link', text: name ?? text, value, url: `/lightning/r/${object}/${value}/view` };
}
