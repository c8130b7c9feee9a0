import { MidfieldError } from '../../model/errors.ts';
import { LOST, WON } from '../../model/gate/stage-list.ts';
import type { StageUse } from '../../model/release/release-plan.ts';
import type { StoredRelease } from '../../model/release/stored-release.ts';
import type { Task } from '../task.ts';
import { applyRelease, type ReleaseOutcome } from './apply-release.ts';
import { listOf } from './read-release-org.ts';
import { currentRelease, readReleaseRows, type ReleaseRow } from './release-rows.ts';
import { type FullReleasePlan, planWholeRelease, readState, type ReleaseState } from './whole-plan.ts';

export interface RollbackInput {
  /** Name of the release to go to; none = the one before the current. */
  readonly to: string | undefined;
  readonly workDirectory: string;
}

/** Takes the org to what it was after an earlier release, as a release of its own: whole or not at all, and kept. */
export const playbookRollback: Task<RollbackInput, ReleaseState, FullReleasePlan, ReleaseOutcome> = {
  async read(context, { to, workDirectory }) {
    const rows = await readReleaseRows(context.org);
    const current = currentRelease(rows);
    const target = targetOf(rows, current, to);
    const wanted = { ...target.content, stages: stagesOf(target.content) };
    return readState(context, {
      wanted,
      drafts: [],
      workDirectory,
      ...(current && current.id !== target.id ? { rollbackOf: current } : {}),
    });
  },
  plan: planWholeRelease,
  apply: applyRelease,
};

function targetOf(
  rows: readonly ReleaseRow[],
  current: ReleaseRow | undefined,
  to: string | undefined,
): ReleaseRow & { content: StoredRelease } {
  const place = current === undefined ? rows.length : rows.indexOf(current);
  const target =
    to === undefined
      ? rows.slice(place + 1).find((row) => wasVerified(row) && !isSame(row, current))
      : rows.find((row) => row.name === to && wasVerified(row));
  if (!hasContent(target)) throw new MidfieldError('ReleaseUnknown', [to ?? `before ${current?.name ?? 'the first'}`]);
  return target;
}

/** Only a release that the org once was at is one to go back to. */
function wasVerified({ status, content }: ReleaseRow): boolean {
  return content !== undefined && (status === 'Verified' || status === 'Rolled back');
}

function isSame(row: ReleaseRow, current: ReleaseRow | undefined): boolean {
  return JSON.stringify(row.content) === JSON.stringify(current?.content);
}

function hasContent(row: ReleaseRow | undefined): row is ReleaseRow & { content: StoredRelease } {
  return row?.content !== undefined;
}

/** Which stages a release has for each deal type stands in its sales processes. */
export function stagesOf({ components }: StoredRelease): StageUse[] {
  return components
    .filter(({ type }) => type === 'BusinessProcess')
    .flatMap(({ name, content }) =>
      listOf(content, 'values')
        .map((value) => decodeURIComponent(String(value['fullName'])))
        .filter((stage) => stage !== WON && stage !== LOST)
        .map((stage) => ({ dealType: name.slice('Opportunity.MF_'.length), stage })),
    );
}
