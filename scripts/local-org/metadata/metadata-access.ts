import { OrgError } from '../errors.ts';
import type { Session } from '../org.ts';

/** Who may change or read the org's metadata. */
export function requireMetadataAccess(session: Session): void {
  const { access } = session;
  if (access.hasSystemPermission('ModifyAllData') || access.hasSystemPermission('ModifyMetadata')) return;
  const message =
    'INSUFFICIENT_ACCESS: use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions';
  throw new OrgError('INSUFFICIENT_ACCESS', message, { httpStatus: 403 });
}
