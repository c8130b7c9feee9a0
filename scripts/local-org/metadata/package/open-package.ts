import { OrgError } from '../../errors.ts';
import type { Draft } from './draft.ts';
import type { Manifest } from './manifest.ts';
import { readManifest } from './manifest.ts';
import { readComponents } from './read-components.ts';
import { readZip } from './read-zip.ts';

export interface DeployPackage {
  /** Folder of the zip that holds package.xml, with its slash; empty at the top. */
  readonly root: string;
  readonly manifest: Manifest;
  readonly drafts: readonly Draft[];
  /** Files of folders that no supported type has. */
  readonly foreign: readonly string[];
  readonly deleteBefore?: Manifest;
  readonly deleteAfter?: Manifest;
}

const DELETIONS_AFTER = ['destructiveChanges.xml', 'destructiveChangesPost.xml'];

/** Opens a zip as a package: where package.xml stands is its root, in the zip or in the only folder of it. */
export async function openPackage(zip: Buffer): Promise<DeployPackage> {
  const all = await readZip(zip);
  const root = rootOf(all);
  const files = new Map(
    [...all].filter(([path]) => path.startsWith(root)).map(([path, bytes]) => [path.slice(root.length), bytes]),
  );
  const read = (name: string): Manifest | undefined => {
    const bytes = files.get(name);
    return bytes && readManifest(name, bytes.toString('utf8'));
  };
  const manifest = read('package.xml');
  if (!manifest) throw new OrgError('INVALID_PACKAGE_XML', 'No package.xml found');
  const { drafts, foreign } = readComponents(files, root);
  const after = DELETIONS_AFTER.map(read).filter((each) => each !== undefined);
  return {
    root,
    manifest,
    drafts,
    foreign,
    deleteBefore: read('destructiveChangesPre.xml'),
    deleteAfter: joined(after),
  };
}

function rootOf(files: ReadonlyMap<string, Buffer>): string {
  if (files.has('package.xml')) return '';
  const roots = [...files.keys()].filter((path) => /^[^/]+\/package\.xml$/.test(path));
  const [only] = roots;
  if (roots.length > 1) throw new OrgError('INVALID_PACKAGE_XML', 'The zip file holds more than one package');
  return only ? only.slice(0, -'package.xml'.length) : '';
}

function joined(manifests: readonly Manifest[]): Manifest | undefined {
  const [first, second] = manifests;
  if (!first || !second) return first;
  const members = [...first.members, ...second.members];
  return { members, lists: (type, name) => first.lists(type, name) || second.lists(type, name) };
}
