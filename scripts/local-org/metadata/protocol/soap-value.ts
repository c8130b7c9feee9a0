import type { XmlElement } from '../xml/parse-xml.ts';
import { escapeXml } from '../xml/escape-xml.ts';

/** An element of a SOAP request as a plain value: text, or an object whose repeated elements are lists. */
export type SoapValue = string | null | { readonly [name: string]: SoapValue | readonly SoapValue[] };

export function soapValue(element: XmlElement): SoapValue {
  if (element.attributes['xsi:nil'] === 'true') return null;
  if (element.children.length === 0) return element.text.trim();
  const value: Record<string, SoapValue | SoapValue[]> = {};
  for (const child of element.children) {
    const before = value[child.name];
    const next = soapValue(child);
    if (before === undefined) value[child.name] = next;
    else if (Array.isArray(before)) before.push(next);
    else value[child.name] = [before, next];
  }
  return value;
}

/** The fields of a request; a request without any has none. */
export function soapFields(
  element: XmlElement | undefined,
): Readonly<Record<string, SoapValue | readonly SoapValue[]>> {
  const value = element && soapValue(element);
  return value !== null && typeof value === 'object' ? value : {};
}

export const wordsIn = (value: SoapValue | readonly SoapValue[] | undefined): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map((each) =>
    each === null ? '' : String(each),
  );

/** Writes a plain object as elements; lists repeat, undefined is left out. */
export function writeSoap(name: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((each) => writeSoap(name, each)).join('');
  if (typeof value !== 'object') return `<${name}>${escapeXml(String(value))}</${name}>`;
  const inside = Object.entries(value)
    .map(([key, each]) => writeSoap(key, each))
    .join('');
  return `<${name}>${inside}</${name}>`;
}
