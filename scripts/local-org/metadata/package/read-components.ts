import type { MetadataTypeInfo } from '../type-catalogue.ts';
import { isContainerOnly, metadataTypeOfFolder } from '../type-catalogue.ts';
import type { Position, XmlElement } from '../xml/parse-xml.ts';
import type { TypedContent } from '../xml/read-typed.ts';
import { readTyped } from '../xml/read-typed.ts';
import type { Draft, Problem } from './draft.ts';
import { readBundles } from './read-bundles.ts';
import { fileShape, position, readRoot } from './read-root.ts';

const START: Position = { line: 1, column: 1 };

/** Everything that the files of a package hold, whether the manifest names it or not. Paths are below the root folder. */
export function readComponents(
  files: ReadonlyMap<string, Buffer>,
  root: string,
): { drafts: Draft[]; foreign: string[] } {
  const foreign: string[] = [];
  const drafts: Draft[] = [];
  for (const [path, bytes] of files) {
    const [folder = '', ...rest] = path.split('/');
    const type = metadataTypeOfFolder(folder);
    if (rest.length === 0) continue;
    if (!type) foreign.push(path);
    else if (!type.bundle && !type.metaFile) drafts.push(...readFile(type, path, root, bytes));
  }
  return { drafts: [...drafts, ...readBundles(files, root)], foreign };
}

function readFile(type: MetadataTypeInfo, path: string, root: string, bytes: Buffer): Draft[] {
  const fileName = root + path;
  const fullName = fullNameOf(type, path);
  const problems: Problem[] = [];
  const whole: Draft = { type: type.xmlName, fullName, fileName, content: {}, position: START, problems };
  if (!path.endsWith(`.${type.suffix}`)) {
    problems.push({ ...START, kind: 'Error', message: `Expected a file that ends with .${type.suffix}, got ${path}` });
    return [whole];
  }
  const element = readRoot(type, fullName, bytes, problems);
  if (!element) return [whole];
  return [...readOwn(type, element, whole), ...readChildren(type, element, whole)];
}

function fullNameOf(type: MetadataTypeInfo, path: string): string {
  const base = path.slice(path.indexOf('/') + 1);
  return base.endsWith(`.${type.suffix}`) ? base.slice(0, -`.${type.suffix}`.length) : base;
}

/** The file's own part: everything that is no child component. */
function readOwn(type: MetadataTypeInfo, element: XmlElement, whole: Draft): Draft[] {
  const children = type.children ?? {};
  const apart = separated(element, type.xmlName);
  if (apart) return [{ ...whole, problems: [apart] }];
  if (isContainerOnly(type.xmlName)) return ownOfContainer(element, type, whole);
  const own = { ...element, children: element.children.filter((child) => !(child.name in children)) };
  const { content, problem } = readTyped(own, fileShape(type, whole.fullName));
  const problems: Problem[] = problem ? [{ ...problem, kind: 'Error' }] : [];
  return [{ ...whole, content, position: position(element), problems }];
}

/** A container has nothing of its own; a foreign element in it is still a mistake. */
function ownOfContainer(element: XmlElement, type: MetadataTypeInfo, whole: Draft): Draft[] {
  const own = { ...element, children: element.children.filter((child) => !(child.name in (type.children ?? {}))) };
  const { problem } = readTyped(own, type.xmlName);
  return problem ? [{ ...whole, problems: [{ ...problem, kind: 'Error' }] }] : [];
}

/** Elements of one name stand together. */
function separated(element: XmlElement, typeName: string): Problem | undefined {
  const closed = new Set<string>();
  let previous: string | undefined;
  for (const child of element.children) {
    if (child.name !== previous && closed.has(child.name)) {
      const message = `Error parsing file: Element ${child.name} is duplicated at this location in type ${typeName}`;
      return { ...position(child), kind: 'Error', message };
    }
    closed.add(child.name);
    previous = child.name;
  }
  return undefined;
}

function readChildren(type: MetadataTypeInfo, element: XmlElement, whole: Draft): Draft[] {
  return element.children.flatMap((child) => {
    const childType = type.children?.[child.name];
    return childType ? [readChild(childType, child, type, whole)] : [];
  });
}

function readChild(childType: string, element: XmlElement, parent: MetadataTypeInfo, whole: Draft): Draft {
  const { content, problem } = readTyped(element, childType);
  const name = nameOf(content);
  const fullName = parent.xmlName === 'CustomLabels' ? name : `${whole.fullName}.${name}`;
  const problems: Problem[] = problem ? [{ ...problem, kind: 'Error' }] : [];
  if (name === '' && !problem)
    problems.push({ ...position(element), kind: 'Error', message: 'Required field is missing: fullName' });
  return { type: childType, fullName, fileName: whole.fileName, content, position: position(element), problems };
}

const nameOf = (content: TypedContent): string =>
  typeof content['fullName'] === 'string' ? content['fullName'].trim() : '';
