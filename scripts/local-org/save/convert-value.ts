import type { FieldValue } from '../org.ts';
import type { Field } from '../schema/model.ts';
import { normalizeId } from '../store/ids.ts';

/** A value that does not fit its field's type. */
export class BadValue extends Error {
  readonly statusCode: string;
  constructor(statusCode: string, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

/** From what an API sends (text is allowed for every type) to what the store holds; throws BadValue. */
export function convertValue(field: Field, value: FieldValue, label = field.label): FieldValue {
  if (field.type === 'boolean') return toBoolean(value);
  if (value === null) return null;
  switch (field.type) {
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return toNumber(field, value);
    case 'date':
      return toDate(value);
    case 'datetime':
      return toDateTime(value);
    case 'time':
      return toTime(value);
    case 'id':
    case 'reference':
      return toId(label, value);
    case 'base64':
      return typeof value === 'string' ? value : unreadable('base64', value);
    default:
      return toText(value);
  }
}

function unreadable(type: string, value: FieldValue): never {
  const token =
    typeof value === 'string'
      ? 'VALUE_STRING'
      : typeof value === 'boolean'
        ? `VALUE_${String(value).toUpperCase()}`
        : Number.isInteger(value)
          ? 'VALUE_NUMBER_INT'
          : 'VALUE_NUMBER_FLOAT';
  const message = `Cannot deserialize instance of ${type} from ${token} value ${String(value)} or request may be missing a required field`;
  throw new BadValue('JSON_PARSER_ERROR', message);
}

function toBoolean(value: FieldValue): boolean {
  if (value === null) return false;
  if (typeof value === 'boolean') return value;
  const word = String(value).trim().toLowerCase();
  if (word === 'true' || word === '1') return true;
  if (word === 'false' || word === '0' || word === '') return false;
  return unreadable('boolean', value);
}

function toNumber(field: Field, value: FieldValue): number | null {
  if (typeof value === 'string' && value.trim() === '') return null;
  const word = field.type === 'int' ? 'int' : field.type === 'percent' ? 'percent' : field.type;
  if (typeof value === 'boolean') return unreadable(word, value);
  const text = String(value).trim();
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return unreadable(word, value);
  const number = Number(text);
  if (!Number.isFinite(number)) return unreadable(word, value);
  if (field.type === 'int' && !Number.isInteger(number)) return unreadable(word, value);
  return roundHalfUp(number, field.type === 'int' ? 0 : (field.scale ?? 18));
}

/** Away from zero at the half, in decimal: 1.005 with two places is 1.01. */
export function roundHalfUp(number: number, scale: number): number {
  if (Number.isInteger(number)) return number;
  const shifted = Number(`${Math.abs(number)}e${scale}`);
  if (!Number.isFinite(shifted)) return number;
  return Math.sign(number) * Number(`${Math.round(shifted)}e-${scale}`) || 0;
}

/** A request's JSON has texts for text fields; numbers and flags are for fields of their own type alone. */
export function refuseForeignJson(field: Field, value: FieldValue): void {
  if (typeof value !== 'string' && value !== null && TEXTS.has(field.type)) unreadable(field.type, value);
  if (typeof value === 'number' && field.type === 'boolean') unreadable(field.type, value);
}

const TEXTS: ReadonlySet<Field['type']> = new Set([
  'string',
  'textarea',
  'picklist',
  'multipicklist',
  'combobox',
  'email',
  'phone',
  'url',
]);

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

function toDate(value: FieldValue): string | null {
  if (typeof value !== 'string') return unreadable('date', value);
  const text = value.trim();
  if (text === '') return null;
  const day = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:?\d{2}|T00:00:00(?:\.0+)?Z?)?$/.exec(text)?.[1];
  return day !== undefined && isDay(day) ? day : unreadable('date', value);
}

function toDateTime(value: FieldValue): string | null {
  if (typeof value !== 'string') return unreadable('datetime', value);
  const text = value.trim();
  if (text === '') return null;
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  const [, day, time = '00:00:00', zone = 'Z'] = parts ?? [];
  if (day === undefined || !isDay(day)) return unreadable('datetime', value);
  const millis = Date.parse(`${day}T${time}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`);
  if (Number.isNaN(millis)) return unreadable('datetime', value);
  return new Date(Math.floor(millis / 1000) * 1000).toISOString();
}

function toTime(value: FieldValue): string | null {
  if (typeof value !== 'string') return unreadable('time', value);
  const text = value.trim();
  if (text === '') return null;
  const parts = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?Z?$/.exec(text);
  if (parts === null) return unreadable('time', value);
  return `${parts[1]}:${parts[2]}:${parts[3] ?? '00'}.${(parts[4] ?? '').padEnd(3, '0')}`;
}

function toId(label: string, value: FieldValue): string | null {
  if (typeof value !== 'string') return unreadable('id', value);
  if (value.trim() === '') return null;
  const id = normalizeId(value.trim());
  if (id === undefined) throw new BadValue('MALFORMED_ID', `${label}: id value of incorrect type: ${value}`);
  return id;
}

const MARK = '\uFEFF';
const isBlank = (character: string | undefined): boolean => character?.trim() === '' && character !== MARK;

/** A byte order mark is a blank to JavaScript and none to the platform. */
function withoutBlanks(text: string): string {
  if (!text.includes(MARK)) return text.trim();
  let [start, end] = [0, text.length];
  while (start < end && isBlank(text[start])) start++;
  while (end > start && isBlank(text[end - 1])) end--;
  return text.slice(start, end);
}

function toText(value: FieldValue): string | null {
  const text = withoutBlanks(String(value));
  return text === '' ? null : text;
}
