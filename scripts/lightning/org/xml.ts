import { SaxesParser } from 'saxes';

/** An element of an answer of the Metadata API. Order and repetition survive. */
export interface XmlNode {
  readonly name: string;
  text: string;
  readonly children: XmlNode[];
}

export function parseXml(source: string): XmlNode {
  const root: XmlNode = { name: '', text: '', children: [] };
  const stack: XmlNode[] = [root];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    const node: XmlNode = { name: tag.name.replace(/^.*:/, ''), text: '', children: [] };
    (stack.at(-1) as XmlNode).children.push(node);
    stack.push(node);
  });
  parser.on('text', (text) => void ((stack.at(-1) as XmlNode).text += text));
  parser.on('cdata', (text) => void ((stack.at(-1) as XmlNode).text += text));
  parser.on('closetag', () => void stack.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(source).close();
  return root;
}

export const childrenOf = (node: XmlNode, name: string): XmlNode[] =>
  node.children.filter((child) => child.name === name);

export const childOf = (node: XmlNode, name: string): XmlNode | undefined =>
  node.children.find((child) => child.name === name);

export const textOf = (node: XmlNode, name: string): string | undefined => childOf(node, name)?.text.trim();

export const textsOf = (node: XmlNode, name: string): string[] => childrenOf(node, name).map(({ text }) => text.trim());

export function findAll(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)]);
}

export const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
