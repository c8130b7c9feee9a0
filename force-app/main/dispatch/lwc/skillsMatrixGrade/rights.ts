import userId from '@salesforce/user/Id';
import gradesAll from '@salesforce/customPermission/MF_Role_Resource_Manager';
import type { Person } from 'c/skillsMatrix';

/** What the user may grade of a person; the org decides again when it is saved. */
export interface Rights {
  readonly self: boolean;
  readonly others: boolean;
}

export function rightsOn({ userId: owner, managerId }: Person): Rights {
  const own = owner === userId;
  return { self: own || gradesAll === true, others: !own && (managerId === userId || gradesAll === true) };
}
