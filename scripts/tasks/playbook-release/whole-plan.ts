import { MidfieldError } from '../../model/errors.ts';
import type { Content } from '../../model/release/component.ts';
import { planRelease } from '../../model/release/plan-release.ts';
import type { PlanItem, ReleasePlan, ReleaseWanted } from '../../model/release/release-plan.ts';
import { fingerprintOf } from '../../model/release/stored-release.ts';
import type { WriteStep } from '../playbook-load/plan-playbook-load.ts';
import type { TaskContext } from '../task.ts';
import { planPublication, type PublicationItem, readVersions } from './publication.ts';
import { readReleaseOrg, type SharedSets } from './read-release-org.ts';
import { currentRelease, readReleaseRows, type ReleaseRow } from './release-rows.ts';

/** What is to be in the org, whatever it was compiled from. */
export interface ReleaseAim {
  readonly wanted: ReleaseWanted;
  /** Records of playbooks to write first, as drafts that no deal uses. */
  readonly drafts: readonly WriteStep[];
  readonly workDirectory: string;
  /** The release that this one goes back from. */
  readonly rollbackOf?: ReleaseRow;
  /** Id of the record that asked for it. */
  readonly request?: string;
}

export interface ReleaseState extends ReleaseAim {
  readonly rows: readonly ReleaseRow[];
  readonly org: Awaited<ReturnType<typeof readReleaseOrg>>['facts'];
  readonly sets: SharedSets;
  readonly versions: Awaited<ReturnType<typeof readVersions>>;
  readonly picklists: ReadonlyMap<string, readonly string[]>;
}

export interface FullReleasePlan extends ReleasePlan {
  readonly aim: ReleaseAim;
  readonly publication: readonly PublicationItem[];
  readonly last: ReleaseRow | undefined;
  readonly rows: readonly ReleaseRow[];
  readonly versions: ReleaseState['versions'];
  readonly sets: SharedSets;
  readonly contents: ReadonlyMap<string, Content>;
  readonly picklists: ReadonlyMap<string, readonly string[]>;
  /** Nothing differs, and the org knows it as released. */
  readonly isDone: boolean;
}

/** Asks the org for everything that an aim touches. */
export async function readState(context: TaskContext, aim: ReleaseAim): Promise<ReleaseState> {
  const { org } = context;
  const rows = await readReleaseRows(org);
  const last = currentRelease(rows);
  const named = [...aim.wanted.components, ...(last?.content?.components ?? [])];
  const { facts, sets } = await readReleaseOrg(org, named);
  const [versions, picklists] = [await readVersions(org), await org.picklists('Opportunity')];
  return { ...aim, rows, org: facts, sets, versions, picklists };
}

/** Pure. */
export function planWholeRelease(state: ReleaseState): FullReleasePlan {
  const { wanted, rows, org, sets, versions, picklists, ...aim } = state;
  const last = currentRelease(rows);
  const parts = planRelease({
    wanted,
    last: last?.content ? { name: last.name, content: last.content } : undefined,
    org,
  });
  const publication = planPublication(wanted.playbooks, versions);
  const isSame =
    aim.drafts.length === 0 &&
    parts.items.every(({ action }) => action === 'same' || action === 'keep') &&
    publication.every(({ action }) => action === 'same');
  const isKnown = last?.content !== undefined && fingerprintOf(last.content) === fingerprintOf(wanted);
  return {
    ...parts,
    aim: { wanted, ...aim },
    publication,
    last,
    rows,
    versions,
    sets,
    contents: org.contents,
    picklists,
    isDone: isSame && isKnown,
  };
}

/** Parts that a release takes away: named, and confirmed by who releases. */
export function takenAway({ items, publication }: Pick<FullReleasePlan, 'items' | 'publication'>): string[] {
  return [
    ...items.filter(isTaken).map(({ type, name, why }) => `${type} ${name}: ${why}`),
    ...publication
      .filter(({ action, successor }) => action === 'retire' && successor === undefined)
      .map(({ key, why }) => `Playbook ${key}: ${why}`),
  ];
}

const isTaken = ({ action }: PlanItem): boolean => action === 'remove';

/** Throws ReleaseRefused with everything that stands in the way. */
export function refuseBlocked({ blockers }: ReleasePlan): void {
  if (blockers.length === 0) return;
  const shown = blockers.slice(0, 30).map((line) => `✖ ${line}`);
  const more = blockers.length > 30 ? [`… and ${blockers.length - 30} more`] : [];
  throw new MidfieldError('ReleaseRefused', [[...shown, ...more].join('\n')]);
}
