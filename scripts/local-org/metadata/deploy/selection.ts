import { NotSupportedError } from '../../errors.ts';
import type { Draft, Problem } from '../package/draft.ts';
import { draftKey } from '../package/draft.ts';
import type { Manifest } from '../package/manifest.ts';
import type { DeployPackage } from '../package/open-package.ts';
import { isContainerOnly, metadataType, parentTypeOf } from '../type-catalogue.ts';
import type { DeployOptions } from './options.ts';

const AT_START = { line: 1, column: 1 };

/** What a deploy is about: the drafts that the manifest names, and a failing stand-in for each name without a file. */
export function selectDrafts(pack: DeployPackage, options: DeployOptions): Draft[] {
  const drafts = pack.drafts.flatMap((draft) => selected(draft, pack.manifest));
  const twice = markDuplicates(drafts);
  return [...twice, ...missingMembers(pack, options), ...foreignFiles(pack)];
}

function selected(draft: Draft, manifest: Manifest): Draft[] {
  if (manifest.lists(draft.type, draft.fullName)) return [draft];
  // An object's file that only carries children says nothing about the object itself.
  if (draft.type === 'CustomObject' && isEmpty(draft)) return [];
  if (isContainerOnly(draft.type)) return [draft];
  return [{ ...draft, problems: [problem('Not in package.xml', draft.position)] }];
}

const isEmpty = (draft: Draft): boolean =>
  draft.problems.length === 0 &&
  Object.values(draft.content).every((value) => Array.isArray(value) && value.length === 0);

const problem = (message: string, position = AT_START): Problem => ({ ...position, message, kind: 'Error' });

function markDuplicates(drafts: readonly Draft[]): Draft[] {
  const seen = new Set<string>();
  return drafts.map((draft) => {
    const key = draftKey(draft.type, draft.fullName);
    if (!seen.has(key)) {
      seen.add(key);
      return draft;
    }
    const message = `Duplicate name specified: ${draft.fullName}`;
    return { ...draft, problems: [problem(message, draft.position)] };
  });
}

function missingMembers(pack: DeployPackage, options: DeployOptions): Draft[] {
  const present = new Set(pack.drafts.map((draft) => draftKey(draft.type, draft.fullName)));
  const parents = new Set(
    pack.drafts.map((draft) => `${parentTypeOf(draft.type)}:${draft.fullName.split('.')[0]?.toLowerCase()}`),
  );
  return pack.manifest.members.flatMap(({ type, member }) => {
    const supported = metadataType(type) ?? metadataType(parentTypeOf(type) ?? '');
    if (!supported)
      return [standIn(pack, type, member, problem(new NotSupportedError(`metadata type ${type}`).message))];
    if (member === '*' || isContainerOnly(type) || present.has(draftKey(type, member))) return [];
    if (parents.has(draftKey(type, member))) return [];
    const message = `An object '${member}' of type ${type} was named in package.xml, but was not found in zipped directory`;
    return [
      standIn(pack, type, member, { ...AT_START, message, kind: options.allowMissingFiles ? 'Warning' : 'Error' }),
    ];
  });
}

const standIn = (pack: DeployPackage, type: string, fullName: string, found: Problem): Draft => ({
  type,
  fullName,
  fileName: `${pack.root}package.xml`,
  content: {},
  position: AT_START,
  problems: [found],
});

/** A file of an unknown folder is an error unless its type was named, and so refused, already. */
function foreignFiles(pack: DeployPackage): Draft[] {
  const refused = pack.manifest.members.some(({ type }) => !metadataType(type) && !parentTypeOf(type));
  if (refused) return [];
  return pack.foreign
    .filter((path) => path.includes('/'))
    .map((path) => ({ ...standIn(pack, '', path, problem('Not in package.xml')), fileName: pack.root + path }));
}
