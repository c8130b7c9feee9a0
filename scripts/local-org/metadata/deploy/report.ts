import type { Session } from '../../org.ts';
import type { Draft, Problem } from '../package/draft.ts';
import { draftKey, hasFailed } from '../package/draft.ts';
import type { Change, NextState } from './next-state.ts';
import type { DeployMessage } from './result.ts';

export interface Deletion {
  readonly type: string;
  readonly fullName: string;
  readonly fileName: string;
  /** Why it cannot be deleted. */
  problem?: string;
  /** It was not there. */
  absent?: boolean;
}

/** One row for each thing that a deploy touched, successes and failures apart, as the platform lists them. */
export class DeployReport {
  readonly failures: DeployMessage[] = [];
  readonly successes: DeployMessage[] = [];
  readonly #createdDate: string;

  constructor(session: Session) {
    this.#createdDate = new Date(session.org.now()).toISOString();
  }

  addDrafts(drafts: readonly Draft[], next: NextState): void {
    for (const draft of drafts) {
      const change = next.changes.get(draftKey(draft.type, draft.fullName));
      const errors = draft.problems.filter((problem) => problem.kind === 'Error');
      if (hasFailed(draft)) this.failures.push(...errors.map((problem) => this.#message(draft, change, problem)));
      else this.successes.push(this.#message(draft, change, draft.problems[0]));
    }
  }

  addDeletion(deletion: Deletion, change: Change | undefined): void {
    const { type, fullName, fileName, problem, absent } = deletion;
    const plain = { ...this.#plain(), componentType: type, fullName, fileName, id: change?.component.id };
    if (problem !== undefined) {
      this.failures.push({ ...plain, success: false, problem, problemType: 'Error', lineNumber: 1, columnNumber: 1 });
    } else if (absent) {
      const words = `No ${type} named: ${fullName} found`;
      this.successes.push({ ...plain, success: true, warning: true, problem: words, problemType: 'Warning' });
    } else {
      this.successes.push({ ...plain, success: true, deleted: true, changed: true });
    }
  }

  addManifest(fileName: string): void {
    this.successes.push({
      ...this.#plain(),
      componentType: '',
      fullName: 'package.xml',
      fileName,
      success: true,
      changed: true,
    });
  }

  #plain() {
    const flags = { changed: false, created: false, deleted: false, warning: false, requiresProductionTestRun: false };
    return { ...flags, createdDate: this.#createdDate };
  }

  #message(draft: Draft, change: Change | undefined, problem: Problem | undefined): DeployMessage {
    const failed = problem?.kind === 'Error';
    return {
      ...this.#plain(),
      changed: !failed && change?.kind !== 'unchanged',
      created: !failed && change?.kind === 'created',
      componentType: draft.type,
      fullName: draft.fullName,
      fileName: draft.fileName,
      id: failed && change?.kind === 'created' ? undefined : change?.component.id,
      success: !failed,
      warning: problem?.kind === 'Warning',
      ...(problem && {
        problem: problem.message,
        problemType: problem.kind,
        lineNumber: problem.line,
        columnNumber: problem.column,
      }),
    };
  }
}
