import type { Position, XmlElement } from './parse-xml.ts';
import type { FieldShape, TypeShape } from './type-schema.ts';
import { enumValues, typeShape } from './type-schema.ts';

export type TypedContent = Record<string, unknown>;

export interface ReadProblem extends Position {
  readonly message: string;
}

/** Where each part of a typed content stands in its file; kept beside it, not in it. */
const places = new WeakMap<object, XmlElement>();

export const elementOf = (content: object): XmlElement | undefined => places.get(content);

/** Position of a field of a content, or of the content itself. */
export function positionOf(content: object, field?: string): Position {
  const element = places.get(content);
  const part = field ? element?.children.find((child) => child.name === field) : undefined;
  const { line = 0, column = 0 } = part ?? element ?? {};
  return { line, column };
}

const METADATA_NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** Turns an element into the content of a metadata type; the first mistake ends the reading, as on the platform. */
export function readTyped(element: XmlElement, typeName: string): { content: TypedContent; problem?: ReadProblem } {
  const content: TypedContent = {};
  try {
    readFields(element, typeName, content);
    return { content };
  } catch (error) {
    if (error instanceof ReadFailure)
      return { content, problem: { message: error.message, line: error.line, column: error.column } };
    throw error;
  }
}

class ReadFailure extends Error implements Position {
  readonly line: number;
  readonly column: number;
  constructor(message: string, { line, column }: Position) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

/** Text between elements says nothing: public projects with a stray `>` there are deployed. */
function readFields(element: XmlElement, typeName: string, content: TypedContent): void {
  const shape = typeShape(typeName);
  if (!shape) throw new TypeError(`No type ${typeName} in the metadata schema`);
  places.set(content, element);
  const closed = new Set<string>();
  let previous: string | undefined;
  for (const child of element.children) {
    const field = shape.get(child.name);
    if (!field || child.namespace !== METADATA_NAMESPACE) throw invalidElement(child, typeName);
    const again = child.name === previous ? !field.list : closed.has(child.name);
    if (again)
      throw new ReadFailure(
        `Error parsing file: Element ${child.name} is duplicated at this location in type ${typeName}`,
        child,
      );
    closed.add(child.name);
    previous = child.name;
    readField(child, field, content);
  }
  completeLists(shape, content);
  checkRequired(element, shape, content);
}

function invalidElement(child: XmlElement, typeName: string): ReadFailure {
  const name = `{${child.namespace}}${child.name}`;
  return new ReadFailure(`Error parsing file: Element ${name} invalid at this location in type ${typeName}`, child);
}

function readField(child: XmlElement, field: FieldShape, content: TypedContent): void {
  const value = readValue(child, field.type);
  if (!field.list) content[field.name] = value;
  else if (Array.isArray(content[field.name])) (content[field.name] as unknown[]).push(value);
  else content[field.name] = [value];
}

/** A content can be read without asking whether a list was written at all. */
function completeLists(shape: TypeShape, content: TypedContent): void {
  for (const field of shape.values()) {
    if (field.list && content[field.name] === undefined) content[field.name] = [];
  }
}

function checkRequired(element: XmlElement, shape: TypeShape, content: TypedContent): void {
  for (const field of shape.values()) {
    if (field.list || field.optional || content[field.name] !== undefined) continue;
    throw new ReadFailure(`Required field is missing: ${field.name}`, element);
  }
}

function readValue(child: XmlElement, type: string): unknown {
  if (type === 'Xml') return child;
  if (type === 'any') return readAny(child);
  if (typeShape(type)) {
    const content: TypedContent = {};
    readFields(child, type, content);
    return content;
  }
  if (child.children.length > 0) {
    throw new ReadFailure(
      `Error parsing file: Element ${child.name} of type ${type} must have no child elements`,
      child,
    );
  }
  return readSimple(child, type);
}

/** Grammar that a language does not have is left empty in the files that an org gives out. */
const blankEnums = new Set(['Gender', 'StartsWith', 'Article', 'Possessive', 'CaseType']);

function readSimple(child: XmlElement, type: string): unknown {
  const text = child.text.trim();
  if (text === '' && blankEnums.has(type)) return undefined;
  const allowed = enumValues(type);
  if (allowed && !allowed.includes(text))
    throw new ReadFailure(`'${text}' is not a valid value for the enum '${type}'`, child);
  if (type === 'boolean') return readBoolean(child, text);
  if (type === 'number') return readNumber(child, text);
  return type === 'string' ? child.text : text;
}

function readBoolean(child: XmlElement, text: string): boolean {
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  throw new ReadFailure(`'${text}' is not a valid value for the type xsd:boolean`, child);
}

function readNumber(child: XmlElement, text: string): number {
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return Number(text);
  throw new ReadFailure(`'${text}' is not a valid value for the type xsd:double`, child);
}

/** A value of custom metadata says its own type: `<value xsi:type="xsd:string">`. */
function readAny(child: XmlElement): unknown {
  if (child.attributes['xsi:nil'] === 'true') return null;
  const type = (child.attributes['xsi:type'] ?? 'xsd:string').replace(/^\w+:/, '');
  if (type === 'boolean') return readBoolean(child, child.text.trim());
  if (type === 'double' || type === 'int' || type === 'decimal') return readNumber(child, child.text.trim());
  return child.text;
}
