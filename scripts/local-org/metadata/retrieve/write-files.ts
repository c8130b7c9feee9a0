import type { Component } from '../../schema/model.ts';
import type { MetadataTypeInfo } from '../type-catalogue.ts';
import { isContainerOnly, metadataType, parentTypeOf } from '../type-catalogue.ts';
import { escapeXml } from '../xml/escape-xml.ts';
import { writeDocument, writeFields } from '../xml/write-typed.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

export interface WrittenFile {
  readonly component: Component;
  readonly path: string;
}

/** The files of components in the Metadata API's own layout: children stand in the file of their parent. */
export function writeFiles(components: readonly Component[]): { files: Map<string, Buffer>; written: WrittenFile[] } {
  const files = new Map<string, Buffer>();
  const written: WrittenFile[] = [];
  const grouped = new Map<string, Component[]>();
  for (const component of components) {
    const type = metadataType(component.type);
    if (type && !type.children) written.push(writeAlone(type, component, files));
    else append(grouped, parentFile(component), component);
  }
  for (const [path, group] of [...grouped].sort()) {
    files.set(path, Buffer.from(writeGroup(path, group)));
    written.push(...group.map((component) => ({ component, path })));
  }
  return { files, written };
}

function append(map: Map<string, Component[]>, key: string, component: Component): void {
  map.set(key, [...(map.get(key) ?? []), component]);
}

function writeAlone(type: MetadataTypeInfo, component: Component, files: Map<string, Buffer>): WrittenFile {
  for (const [path, bytes] of Object.entries(component.files ?? {})) files.set(path, Buffer.from(bytes));
  if (type.bundle) return { component, path: `${type.directoryName}/${component.fullName}` };
  const path = `${type.directoryName}/${component.fullName}.${type.suffix}`;
  const shape = type.xmlName === 'Settings' ? `${component.fullName}Settings` : type.xmlName;
  files.set(
    type.metaFile ? `${path}-meta.xml` : path,
    Buffer.from(writeDocument(shape, shape, { ...component.content })),
  );
  return { component, path };
}

function parentFile(component: Component): string {
  const type = metadataType(component.type) ?? metadataType(parentTypeOf(component.type) ?? '');
  const name = type?.xmlName === 'CustomLabels' ? 'CustomLabels' : component.fullName.split('.')[0];
  return `${type?.directoryName}/${name}.${type?.suffix}`;
}

/** One file of a parent and those of its children that are wanted, elements in alphabetical order. */
function writeGroup(path: string, group: readonly Component[]): string {
  const [first] = group;
  const parentType = first && (metadataType(first.type) ?? metadataType(parentTypeOf(first.type) ?? ''));
  if (!parentType) throw new TypeError(`Expected components of a known type for ${path}`);
  const elements: [string, string][] = [];
  for (const [element, childType] of Object.entries(parentType.children ?? {})) {
    const children = group.filter((each) => each.type === childType).sort(byName);
    for (const child of children) elements.push([element, childElement(element, childType, child)]);
  }
  const own = group.find((each) => each.type === parentType.xmlName);
  if (own && !isContainerOnly(own.type)) elements.push(...ownElements(parentType.xmlName, own));
  const body = elements
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
    .map(([, text]) => text)
    .join('');
  return `${HEAD}<${parentType.xmlName} ${NAMESPACE}>\n${body}</${parentType.xmlName}>\n`;
}

const byName = (left: Component, right: Component): number => (left.fullName < right.fullName ? -1 : 1);

function ownElements(type: string, component: Component): [string, string][] {
  return Object.keys(component.content)
    .filter((name) => name !== 'fullName')
    .map((name) => [name, writeFields(type, { [name]: component.content[name] }, '    ')]);
}

function childElement(element: string, type: string, child: Component): string {
  const name = child.type === 'CustomLabel' ? child.fullName : child.fullName.slice(child.fullName.indexOf('.') + 1);
  const rest = writeFields(type, { ...child.content }, '        ', new Set(['fullName']));
  return `    <${element}>\n        <fullName>${escapeXml(name)}</fullName>\n${rest}    </${element}>\n`;
}
