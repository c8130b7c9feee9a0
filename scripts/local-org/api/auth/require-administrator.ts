import { OrgError } from '../../errors.ts';
import type { Session } from '../../org.ts';

/** What the local org has beyond the platform is for its administrator. */
export function requireAdministrator(session: Session): void {
  if (session.access.hasSystemPermission('ModifyAllData')) return;
  throw new OrgError('INSUFFICIENT_ACCESS', 'Only a user with Modify All Data controls the local org.', {
    httpStatus: 403,
  });
}
