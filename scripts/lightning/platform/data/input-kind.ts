import type { FieldInfo } from './object-info-cache.ts';

export interface InputKind {
  readonly control: 'picklist' | 'multiPicklist' | 'textArea' | 'reference' | 'checkbox' | 'input';
  readonly type: string;
  readonly formatter: string | undefined;
  readonly step: string | undefined;
}

const INPUT_TYPES: Readonly<Record<string, string>> = {
  Email: 'email',
  Phone: 'tel',
  Url: 'url',
  Date: 'date',
  DateTime: 'datetime',
  Time: 'time',
  Currency: 'number',
  Double: 'number',
  Int: 'number',
  Long: 'number',
  Percent: 'number',
};

const CONTROLS: Readonly<Record<string, InputKind['control']>> = {
  Picklist: 'picklist',
  MultiPicklist: 'multiPicklist',
  TextArea: 'textArea',
  Boolean: 'checkbox',
};

const FORMATTERS: Readonly<Record<string, string>> = { Currency: 'currency', Percent: 'percent-fixed' };

export function inputKind(info: FieldInfo): InputKind {
  const type = INPUT_TYPES[info.dataType] ?? 'text';
  return {
    control: info.reference ? 'reference' : (CONTROLS[info.dataType] ?? 'input'),
    type,
    formatter: FORMATTERS[info.dataType],
    step: type === 'number' ? (info.scale > 0 ? `0.${'0'.repeat(info.scale - 1)}1` : '1') : undefined,
  };
}

/** What the control holds → what the org stores. */
export function storedValue(info: FieldInfo, value: unknown): unknown {
  if (value === '' || value === undefined) return info.dataType === 'Boolean' ? false : null;
  if (INPUT_TYPES[info.dataType] === 'number') return Number(value);
  return value;
}
