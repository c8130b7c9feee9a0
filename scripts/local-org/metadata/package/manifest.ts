import { OrgError } from '../../errors.ts';
import { isContainerOnly, parentTypeOf } from '../type-catalogue.ts';
import { parseXml, XmlError } from '../xml/parse-xml.ts';
import { readTyped } from '../xml/read-typed.ts';

/** What a package.xml or a destructiveChanges.xml names. */
export interface Manifest {
  readonly version?: string;
  readonly members: readonly { readonly type: string; readonly member: string }[];
  /** Named itself, by `*`, or through its parent. */
  lists(type: string, fullName: string): boolean;
}

interface PackageContent {
  readonly types: readonly { readonly name: string; readonly members: readonly string[] }[];
  readonly version?: string;
}

export function readManifest(fileName: string, text: string): Manifest {
  const { content, problem } = readPackage(fileName, text);
  if (problem) throw invalid(fileName, problem.message, problem);
  return manifestOf(content as unknown as PackageContent);
}

function readPackage(fileName: string, text: string): ReturnType<typeof readTyped> {
  try {
    const root = parseXml(text);
    if (root.name !== 'Package') throw invalid(fileName, `Expected the root element Package, got ${root.name}`, root);
    return readTyped(withVersion(root), 'Package');
  } catch (error) {
    if (error instanceof XmlError) throw invalid(fileName, error.message, error);
    throw error;
  }
}

/** destructiveChanges.xml may leave out the version. */
function withVersion(root: ReturnType<typeof parseXml>): ReturnType<typeof parseXml> {
  if (root.children.some((child) => child.name === 'version')) return root;
  const { line, column, namespace } = root;
  return {
    ...root,
    children: [...root.children, { name: 'version', namespace, line, column, attributes: {}, children: [], text: '' }],
  };
}

const invalid = (fileName: string, reason: string, { line, column }: { line: number; column: number }): OrgError =>
  new OrgError('INVALID_PACKAGE_XML', `${fileName} (${line}:${column}): ${reason}`);

export function manifestOf(content: PackageContent): Manifest {
  const members = content.types.flatMap((each) =>
    each.members.map((member) => ({ type: each.name, member: member.trim() })),
  );
  const named = new Set(members.map(({ type, member }) => key(type, member)));
  const listsItself = (type: string, fullName: string): boolean =>
    named.has(key(type, fullName)) || listsByStar(named, type, fullName);
  return {
    version: content.version || undefined,
    members,
    lists: (type, fullName) => {
      if (listsItself(type, fullName)) return true;
      const parent = parentTypeOf(type);
      if (!parent) return false;
      const parentName = parent === 'CustomLabels' ? 'CustomLabels' : (fullName.split('.')[0] ?? '');
      return named.has(key(parent, parentName)) || listsByStar(named, parent, parentName);
    },
  };
}

const key = (type: string, name: string): string => `${type}/${name.toLowerCase()}`;

/** `*` of CustomObject means custom objects; standard ones are named. */
function listsByStar(named: ReadonlySet<string>, type: string, fullName: string): boolean {
  if (!named.has(key(type, '*'))) return false;
  return type !== 'CustomObject' || /__(c|mdt|e)$/.test(fullName) || isContainerOnly(type);
}
