import { escapeXml } from './escape-xml.ts';
import type { TypedContent } from './read-typed.ts';
import type { XmlElement } from './parse-xml.ts';
import { typeShape } from './type-schema.ts';

/** Writes a content as the file that it was read from would be retrieved: elements in the order of the WSDL. */
export function writeDocument(rootTag: string, typeName: string, content: TypedContent): string {
  const attributes = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
  const body = writeFields(typeName, content, '    ', new Set(['fullName']));
  const xsi = body.includes('xsi:')
    ? ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"'
    : '';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${rootTag} ${attributes}${xsi}>\n${body}</${rootTag}>\n`;
}

/** The elements of one content; `without` names what the file's name already says. */
export function writeFields(
  typeName: string,
  content: TypedContent,
  indent: string,
  without: ReadonlySet<string> = new Set(),
): string {
  const shape = typeShape(typeName);
  if (!shape) throw new TypeError(`No type ${typeName} in the metadata schema`);
  const names = [...shape.keys()].filter((name) => name in content && name !== 'fullName' && !without.has(name));
  const first = 'fullName' in content && shape.has('fullName') && !without.has('fullName') ? ['fullName'] : [];
  return [...first, ...names]
    .map((name) =>
      listed(content[name])
        .map((value) => writeValue(name, shape.get(name)?.type ?? 'string', value, indent))
        .join(''),
    )
    .join('');
}

function listed(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function writeValue(name: string, type: string, value: unknown, indent: string): string {
  if (type === 'Xml') return `${indent}${writeElement(value as XmlElement)}\n`;
  if (type === 'any') return `${indent}${writeAny(name, value)}\n`;
  if (!typeShape(type)) return `${indent}<${name}>${escapeXml(simpleText(name, value))}</${name}>\n`;
  return `${indent}<${name}>\n${writeFields(type, value as TypedContent, `${indent}    `)}${indent}</${name}>\n`;
}

/** Elements that are doubles in the WSDL: an org writes 66.0, not 66. */
const doubles = new Set(['apiVersion', 'numberValue']);

const simpleText = (name: string, value: unknown): string =>
  doubles.has(name) && typeof value === 'number' ? doubleText(value) : String(value);

const doubleText = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value));

function writeAny(name: string, value: unknown): string {
  if (value === null) return `<${name} xsi:nil="true"/>`;
  const type = { boolean: 'boolean', number: 'double' }[typeof value as string] ?? 'string';
  const text = typeof value === 'number' ? doubleText(value) : String(value);
  return `<${name} xsi:type="xsd:${type}">${escapeXml(text)}</${name}>`;
}

/** An element that is kept as it came. */
export function writeElement(element: XmlElement): string {
  const attributes = Object.entries(element.attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
  const inside = element.children.map(writeElement).join('') || escapeXml(element.text.trim());
  return `<${element.name}${attributes}>${inside}</${element.name}>`;
}
