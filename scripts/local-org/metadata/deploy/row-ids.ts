import type { Session } from '../../org.ts';
import { profileName } from '../profile-names.ts';

/** Where a component of a type has a row that may be there before the component: object and naming field. */
const naming: Readonly<Record<string, readonly [string, string]>> = {
  Profile: ['Profile', 'Name'],
  PermissionSet: ['PermissionSet', 'Name'],
  MutingPermissionSet: ['MutingPermissionSet', 'DeveloperName'],
  PermissionSetGroup: ['PermissionSetGroup', 'DeveloperName'],
  Role: ['UserRole', 'DeveloperName'],
  Group: ['Group', 'DeveloperName'],
  Queue: ['Group', 'DeveloperName'],
};

/** Id of the row that this component describes, when somebody made it before the first deploy. */
export function existingRowId(session: Session, type: string, fullName: string): string | undefined {
  const [objectName = '', field = ''] = naming[type] ?? [];
  const object = session.org.schema().object(objectName);
  if (!object) return undefined;
  const name = type === 'Profile' ? profileName(fullName) : fullName;
  const [row] = session.org.store.find(object, field, [name]);
  return row ? String(row['Id']) : undefined;
}
