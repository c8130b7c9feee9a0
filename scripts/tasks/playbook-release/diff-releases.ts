import { MidfieldError } from '../../model/errors.ts';
import { compareReleases, type ReleaseDifference } from '../../model/release/compare-releases.ts';
import { keyOf, partOf } from '../../model/release/component.ts';
import type { StoredRelease } from '../../model/release/stored-release.ts';
import type { OrgPort } from '../../salesforce/org-port.ts';
import { readVersions } from './publication.ts';
import { readReleaseOrg } from './read-release-org.ts';
import { currentRelease, readReleaseRows, type ReleaseRow } from './release-rows.ts';

export interface Diff {
  readonly from: string;
  readonly to: string | null;
  readonly parts: readonly ReleaseDifference[];
}

/** What the later of two releases has otherwise; without `from` against the one that the org is at. */
export async function diffReleases(org: OrgPort, from: string | undefined, to: string): Promise<Diff> {
  const rows = await readReleaseRows(org);
  const [earlier, later] = [named(rows, from), named(rows, to)];
  return { from: earlier.name, to: later.name, parts: compareReleases(earlier.content, later.content) };
}

/** What the org has otherwise than a release: edits in Setup, and what was deleted there. */
export async function diffOrg(org: OrgPort, from: string | undefined): Promise<Diff> {
  const released = named(await readReleaseRows(org), from);
  const { facts } = await readReleaseOrg(org, released.content.components);
  const versions = await readVersions(org);
  const now: StoredRelease = {
    playbooks: versions.filter(({ status }) => status === 'Published').map(({ key }) => key),
    components: released.content.components.flatMap((component) => {
      const found = facts.contents.get(keyOf(component));
      return found ? [{ ...component, content: partOf(found, component.content) }] : [];
    }),
  };
  return { from: released.name, to: null, parts: compareReleases(released.content, now) };
}

function named(rows: readonly ReleaseRow[], name: string | undefined): ReleaseRow & { content: StoredRelease } {
  const row = name === undefined ? currentRelease(rows) : rows.find((candidate) => candidate.name === name);
  const content = row?.content;
  if (!row || !content) throw new MidfieldError('ReleaseUnknown', [name ?? 'yet']);
  return { ...row, content };
}
