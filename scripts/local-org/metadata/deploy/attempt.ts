import type { Session } from '../../org.ts';
import { buildSchema } from '../../schema/build.ts';
import type { Schema } from '../../schema/model.ts';
import type { Draft } from '../package/draft.ts';
import { draftKey, hasFailed } from '../package/draft.ts';
import type { DeployPackage } from '../package/open-package.ts';
import { commitState } from './commit.ts';
import { deletionsOf, judgeEffects } from './deletions.ts';
import { examineDrafts } from './examine.ts';
import type { NextState } from './next-state.ts';
import { nextState } from './next-state.ts';
import type { DeployOptions } from './options.ts';
import type { Deletion } from './report.ts';
import { selectDrafts } from './selection.ts';
import { componentState } from './state.ts';

export interface Attempt {
  readonly drafts: readonly Draft[];
  readonly deletions: readonly Deletion[];
  readonly next: NextState;
  readonly outcome: 'succeeded' | 'partial' | 'failed';
}

/** Thrown to undo what an attempt wrote; carries what it found. */
class Undo extends Error {
  readonly attempt: Attempt;
  constructor(attempt: Attempt) {
    super('The deploy is undone');
    this.attempt = attempt;
  }
}

/** Deploys a package in one transaction, which is undone for checkOnly and when anything failed that must not. */
export function attempt(session: Session, pack: DeployPackage, options: DeployOptions): Attempt {
  const former = session.org.schema();
  try {
    return session.org.store.transaction(() => {
      const done = work(session, pack, options);
      if (options.checkOnly || done.outcome === 'failed') throw new Undo(done);
      return done;
    });
  } catch (error) {
    if (session.org.schema() !== former) session.org.replaceSchema(former);
    if (error instanceof Undo) return error.attempt;
    throw error;
  }
}

function work(session: Session, pack: DeployPackage, options: DeployOptions): Attempt {
  const drafts = selectDrafts(pack, options);
  const deletions = deletionsOf(session, pack);
  const { next, schema } = settle(session, drafts, deletions, options.rollbackOnError);
  const failed = drafts.some(hasFailed) || deletions.some((each) => each.problem !== undefined);
  if (failed && (options.rollbackOnError || next.changes.size === 0))
    return { drafts, deletions, next, outcome: 'failed' };
  commitState(session, next, schema);
  return { drafts, deletions, next, outcome: failed ? 'partial' : 'succeeded' };
}

/**
 * Builds the next state and examines it. Where some may fail alone, the failed are left out and the rest is
 * examined again, until what is left stands on its own.
 */
function settle(
  session: Session,
  drafts: readonly Draft[],
  deletions: readonly Deletion[],
  once: boolean,
): { next: NextState; schema: Schema } {
  const current = componentState(session.org.schema());
  for (;;) {
    const good = inOrder(drafts.filter((draft) => !hasFailed(draft) && draft.problems.length === 0));
    const open = deletions.filter((each) => each.problem === undefined && !each.absent);
    const [first, last] = [
      open.filter((each) => each.fileName.endsWith('Pre.xml')),
      open.filter((each) => each.fileName.endsWith('Post.xml')),
    ];
    const next = nextState(session, current, {
      deleteBefore: first.map(keyOf),
      drafts: good,
      deleteAfter: last.map(keyOf),
    });
    const schema = buildSchema([...next.components.values()], session.org.schema().version + 1);
    examineDrafts({ session, next, schema }, good);
    judgeEffects({ session, next, schema }, open, good);
    const failed = good.some(hasFailed) || open.some((each) => each.problem !== undefined);
    if (once || !failed) return { next, schema };
  }
}

const keyOf = ({ type, fullName }: Deletion): string => draftKey(type, fullName);

/** Objects come before what stands on them, so that ids and prefixes do not hang on the order inside a zip. */
function inOrder(drafts: readonly Draft[]): Draft[] {
  const rank = (draft: Draft): number => (draft.type === 'CustomObject' ? 0 : draft.type === 'FlowDefinition' ? 2 : 1);
  const byName = (left: Draft, right: Draft): number => (left.fullName < right.fullName ? -1 : 1);
  return [...drafts].sort((left, right) => rank(left) - rank(right) || (rank(left) === 0 ? byName(left, right) : 0));
}
