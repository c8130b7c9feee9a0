import { escapeXml } from './escape-xml.ts';
import type { TypedContent } from './read-typed.ts';
import type { XmlElement } from './parse-xml.ts';
import { typeShape } from './type-schema.ts';

/** Writes a content as the file that it was read from would be retrieved: elements in alphabetical order. */
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
  const names = Object.keys(content)
    .filter((name) => shape.has(name) && !without.has(name))
    .sort(fullNameFirst);
  return names
    .map((name) =>
      listed(content[name])
        .map((value) => writeValue(name, shape.get(name)?.type ?? 'string', value, indent))
        .join(''),
    )
    .join('');
}

const fullNameFirst = (left: string, right: string): number => {
  if (left === 'fullName') return -1;
  if (right === 'fullName') return 1;
  return left < right ? -1 : 1;
};

function listed(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function writeValue(name: string, type: string, value: unknown, indent: string): string {
  if (type === 'Xml') return `${indent}${writeElement(value as XmlElement)}\n`;
  if (type === 'any') return `${indent}${writeAny(name, value)}\n`;
  if (!typeShape(type)) return `${indent}<${name}>${escapeXml(String(value))}</${name}>\n`;
  return `${indent}<${name}>\n${writeFields(type, value as TypedContent, `${indent}    `)}${indent}</${name}>\n`;
}

function writeAny(name: string, value: unknown): string {
  if (value === null) return `<${name} xsi:nil="true"/>`;
  const type = { boolean: 'boolean', number: 'double' }[typeof value as string] ?? 'string';
  return `<${name} xsi:type="xsd:${type}">${escapeXml(String(value))}</${name}>`;
}

/** An element that is kept as it came. */
export function writeElement(element: XmlElement): string {
  const attributes = Object.entries(element.attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
  const inside = element.children.map(writeElement).join('') || escapeXml(element.text.trim());
  return `<${element.name}${attributes}>${inside}</${element.name}>`;
}
