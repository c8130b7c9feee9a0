import type { Session } from '../org.ts';
import type { FormulaFunctions } from './resolve/formula-functions.ts';

/** What a compiled query needs to know about the moment and the person it runs for. */
export interface RunContext {
  readonly session: Session;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** IANA zone of the running user. */
  readonly timeZone: string;
  readonly language: string;
  readonly locale: string;
  /** The values that were lifted out of the query's text. */
  readonly literals: readonly string[];
  /** JSON list of the parents whose children a child query reads. */
  readonly parentIds?: string;
}

/** One query on its way from rows to records. */
export interface Running {
  readonly context: RunContext;
  readonly formulas: FormulaFunctions;
  readonly urlBase: string;
}

export function runContext(session: Session, literals: readonly string[]): RunContext {
  const { timeZone, language, locale } = session.user;
  return { session, now: session.org.now(), timeZone, language, locale, literals };
}
