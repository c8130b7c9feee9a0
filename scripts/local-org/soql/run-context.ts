import type { Session } from '../org.ts';

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

export function runContext(session: Session, literals: readonly string[]): RunContext {
  const { timeZone, language, locale } = session.user;
  return { session, now: session.org.now(), timeZone, language, locale, literals };
}
