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
  /** JSON list of the parents whose children a child query reads. */
  readonly parentIds?: string;
}

export function runContext(session: Session): RunContext {
  return {
    session,
    now: session.org.now(),
    timeZone: session.user.timeZone,
    language: session.user.language,
    locale: session.user.locale,
  };
}
