import { SaxesParser } from 'saxes';

export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface XmlElement extends Position {
  /** Without its prefix. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** All text directly inside, as written. */
  text: string;
}

/** Text that is no XML, or XML that a service must not follow. */
export class XmlError extends Error implements Position {
  readonly line: number;
  readonly column: number;

  constructor(message: string, position: Position) {
    super(message);
    this.name = 'XmlError';
    this.line = position.line;
    this.column = position.column;
  }
}

const MAX_DEPTH = 100;
const MAX_ELEMENTS = 500_000;

/** Reads a document into elements with their positions. Document types, and entities with them, are refused. */
export function parseXml(source: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  let tagStart: Position = { line: 1, column: 1 };
  const here = (): Position => ({ line: parser.line, column: parser.column });
  const refuse = (message: string): never => {
    throw new XmlError(message, here());
  };
  parser.on('error', (error) => refuse(error.message.replace(/^\d+:\d+: /, '')));
  parser.on('doctype', () => refuse('A document type declaration is not allowed'));
  parser.on('opentagstart', () => (tagStart = here()));
  parser.on('opentag', (tag) => {
    const parent = open.at(-1);
    if (open.length >= MAX_DEPTH) refuse('Elements are nested too deeply');
    if (++count > MAX_ELEMENTS) refuse('The document has too many elements');
    const attributes = Object.fromEntries(Object.values(tag.attributes).map((each) => [each.name, each.value]));
    const element: XmlElement = {
      name: tag.local,
      namespace: tag.uri,
      attributes,
      children: [],
      text: '',
      ...tagStart,
    };
    parent?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => open.pop());
  parser.write(source.replace(/^\uFEFF/, '')).close();
  return root ?? refuse('The document has no root element');
}

export const childNamed = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

export const childrenNamed = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

export const textOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childNamed(element, name)?.text.trim();
