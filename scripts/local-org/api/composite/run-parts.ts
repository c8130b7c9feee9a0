import type { Session } from '../../org.ts';
import { failed, type Part, type PartResult, runPart, type Runner } from './part.ts';

/** Carries the results out of a transaction that must not be committed. */
class RolledBack extends Error {
  readonly results: readonly PartResult[];

  constructor(results: readonly PartResult[]) {
    super('The transaction was rolled back.');
    this.results = results;
  }
}

const HALTED = {
  errorCode: 'PROCESSING_HALTED',
  message: 'The transaction was rolled back since another operation in the same transaction failed.',
};

/** Every part commits for itself; a part that names a failed one halts. */
export function runIndependently(runner: Runner, sessionFor: () => Session, parts: readonly Part[]): PartResult[] {
  const answers = new Map<string, unknown>();
  return parts.map((part) => {
    const result = runPart(runner, sessionFor(), part, answers);
    if (!failed(result)) answers.set(part.referenceId, result.body);
    return result;
  });
}

/** All parts are one transaction: the first failure undoes it, and the others say so. */
export function runTogether(
  runner: Runner,
  session: Session,
  parts: readonly Part[],
): { ok: boolean; results: readonly PartResult[] } {
  try {
    const results = session.org.store.transaction(() => runUntilFailure(runner, session, parts));
    return { ok: true, results };
  } catch (error) {
    if (error instanceof RolledBack) return { ok: false, results: error.results };
    throw error;
  }
}

function runUntilFailure(runner: Runner, session: Session, parts: readonly Part[]): PartResult[] {
  const answers = new Map<string, unknown>();
  const results: PartResult[] = [];
  for (const part of parts) {
    const result = runPart(runner, session, part, answers);
    if (failed(result)) throw new RolledBack(parts.map((other) => (other === part ? result : halted(other))));
    answers.set(part.referenceId, result.body);
    results.push(result);
  }
  return results;
}

function halted({ referenceId }: Part): PartResult {
  return { body: [HALTED], httpHeaders: {}, httpStatusCode: 400, referenceId };
}
