import { openSession } from '../../access/open-session.ts';
import type { Session } from '../../org.ts';

/** A transaction of its own has limits of its own. */
export function freshSession({ org, user, rowsLocked }: Session): Session {
  return { ...openSession(org, user.id), rowsLocked };
}
