import type { FieldValue } from '../../org.ts';
import type { Field } from '../../schema/model.ts';
import { picklistLabel } from './labels.ts';
import type { Viewer } from './viewer.ts';

/** What the UI API puts beside a raw value: null wherever the raw value is already what a person reads. */
export function displayValue(field: Field, value: FieldValue, viewer: Viewer): string | null {
  if (value === null || typeof value === 'boolean') return null;
  switch (field.type) {
    case 'picklist':
    case 'combobox':
      return picklistLabel(field, String(value), viewer.language);
    case 'multipicklist':
      return String(value)
        .split(';')
        .map((part) => picklistLabel(field, part, viewer.language))
        .join(';');
    case 'int':
    case 'double':
      return number(Number(value), field, viewer, {});
    case 'currency':
      return number(Number(value), field, viewer, { style: 'currency', currency: viewer.currency });
    case 'percent':
      return number(Number(value) / 100, field, viewer, { style: 'percent' });
    case 'date':
      return format(dateAtNoonUtc(String(value)), viewer.locale, { ...DAY, timeZone: 'UTC' });
    case 'datetime':
      return format(new Date(String(value)), viewer.locale, { ...DAY, ...CLOCK, timeZone: viewer.timeZone });
    case 'time':
      return format(new Date(`1970-01-01T${String(value).replace(/Z?$/, 'Z')}`), viewer.locale, {
        ...CLOCK,
        timeZone: 'UTC',
      });
    default:
      return null;
  }
}

const DAY: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'numeric', day: 'numeric' };
const CLOCK: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };

function number(value: number, field: Field, viewer: Viewer, options: Intl.NumberFormatOptions): string {
  const digits = field.type === 'int' ? 0 : (field.scale ?? 0);
  // A year is a name, not a quantity.
  const grouping = field.name === 'FiscalYear' && !field.custom ? { useGrouping: false } : {};
  return numberFormat(viewer.locale, digits, { ...options, ...grouping }).format(value);
}

function format(date: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  // Newer ICU data puts a narrow no-break space before AM and PM; the platform sends a plain one.
  return dateFormat(locale, options)
    .format(date)
    .replace(/\u202f/g, ' ');
}

function dateAtNoonUtc(day: string): Date {
  return new Date(`${day.slice(0, 10)}T12:00:00Z`);
}

/** Building an Intl format costs more than a thousand uses of it. */
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function numberFormat(locale: string, digits: number, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}|${String(digits)}|${options.style ?? ''}|${options.currency ?? ''}|${String(options.useGrouping ?? true)}`;
  let known = numberFormats.get(key);
  if (known === undefined) {
    known = new Intl.NumberFormat(locale, { ...options, minimumFractionDigits: digits, maximumFractionDigits: digits });
    numberFormats.set(key, known);
  }
  return known;
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${JSON.stringify(options)}`;
  let known = dateFormats.get(key);
  if (known === undefined) {
    known = new Intl.DateTimeFormat(locale, options);
    dateFormats.set(key, known);
  }
  return known;
}
