import type { Persona } from './people.ts';

/** c create, r read, e edit, d delete, t transfer to another owner; in this order, and nothing for what is refused. */
export type Rights = string;

/** Who, may do what, because. Written from the platform’s rules before the org was asked. */
export type Line = readonly [people: string, rights: Rights, because: string];

const whole: readonly Line[] = [
  ['admin', 'credt', 'the profile has Modify All Data'],
  ['changesAllData', 'credt', 'a permission set has Modify All Data, which needs no right on the object and no share'],
  ['changesObject', 'credt', 'Modify All on the object is full access to its records'],
];
const ownerAndAbove: readonly Line[] = [
  ['owner', 'credt', 'an owner has full access, as far as the object rights go'],
  ['manager', 'credt', 'whoever stands above the owner in the role hierarchy has the owner’s access'],
];
const viewers: readonly Line[] = [
  ['seesObject', 'cr', 'View All on the object opens every record to read and none to edit'],
  ['seesAllData', 'cr', 'View All Data opens every record to read and none to edit'],
];
const heldBack: readonly Line[] = [
  ['readOnly', 'r', 'the hierarchy gives full access, the object right only read'],
  ['muted', 'cr', 'the hierarchy gives full access, but the group mutes edit and delete'],
  ['stranger', '', 'without a right on the object no share counts'],
];

export const matrix: Readonly<Record<string, readonly Line[]>> = {
  private: [
    ...whole,
    ...ownerAndAbove,
    ...viewers,
    ...heldBack,
    ['subordinate', 'c', 'the hierarchy opens records upwards, never downwards'],
    ['peer', 'c', 'colleagues in the same role see nothing of each other'],
    ['grouped teamReader teamEditor', 'c', 'no rule and no team opens this record'],
    ['integration', 'c', 'an API-only user is a user like others: object rights, no way to the record'],
  ],
  'public read only': [
    ...whole,
    ...ownerAndAbove,
    ...viewers,
    ...heldBack,
    ['subordinate peer grouped teamReader teamEditor integration', 'cr', 'the org-wide default opens it to read'],
  ],
  'public read/write': [
    ...whole,
    ...ownerAndAbove,
    ['seesObject seesAllData', 'cre', 'the org-wide default opens it to edit; deleting stays with the owner'],
    ...heldBack,
    [
      'subordinate peer grouped teamReader teamEditor integration',
      'cre',
      'anybody edits, the owner deletes and transfers',
    ],
  ],
  'detail of a master shared to read': [
    ['admin changesAllData changesObject', 'cred', 'everything, but a detail has no owner to change'],
    ['owner manager', 'cred', 'full access to the master is full access to its details'],
    ['grouped', 'r', 'read on the master is read on the detail; writing needs write on the master'],
    ['seesObject seesAllData', 'r', 'sees all masters, writes none'],
    ['readOnly', 'r', 'write on the master by hierarchy, no object right to write'],
    ['muted', 'cr', 'write on the master by hierarchy lets create; edit and delete are muted'],
    ['subordinate peer teamReader teamEditor integration', '', 'the master is closed, and nothing is created below it'],
    ['stranger', '', 'no right on the object'],
  ],
  'detail that asks for read on its master': [
    ['admin changesAllData changesObject', 'cred', 'everything'],
    ['owner manager', 'cred', 'the master is theirs'],
    ['grouped', 'cred', 'read on the master is enough to write where the relationship says so'],
    ['seesObject seesAllData', 'cred', 'View All is read on the master'],
    ['readOnly', 'r', 'the object right is read'],
    ['muted', 'cr', 'edit and delete are muted'],
    ['subordinate peer teamReader teamEditor integration', '', 'the master is closed'],
    ['stranger', '', 'no right on the object'],
  ],
  'detail of a detail': [
    ['admin changesAllData changesObject', 'cred', 'everything'],
    ['owner manager', 'cred', 'write goes down from the topmost master'],
    ['grouped seesObject seesAllData', 'r', 'read goes down, write stops where write on a master is missing'],
    ['readOnly', 'r', 'the object right is read'],
    ['muted', 'cr', 'edit and delete are muted'],
    ['subordinate peer teamReader teamEditor integration', '', 'the topmost master is closed'],
    ['stranger', '', 'no right on the object'],
  ],
  'detail three deep that asks for read on its master': [
    ['admin changesAllData changesObject', 'cred', 'everything'],
    ['owner manager', 'cred', 'write goes down from the topmost master'],
    ['grouped seesObject seesAllData', 'cred', 'asks for read of the master above alone, which is read by the topmost'],
    ['readOnly', 'r', 'the object right is read'],
    ['muted', 'cr', 'edit and delete are muted'],
    ['subordinate peer teamReader teamEditor integration', '', 'the topmost master is closed'],
    ['stranger', '', 'no right on the object'],
  ],
  'lookup child of somebody else': [
    ...whole,
    ['owner manager', 'c', 'a lookup opens nothing; but who reads the parent may point at it'],
    ['seesObject seesAllData', 'cr', 'sees all records of both objects'],
    ['readOnly', '', 'no way to the record, and no object right to create'],
    ['muted', 'c', 'reads the parent by hierarchy and may create'],
    ['subordinate peer grouped teamReader teamEditor integration', '', 'nobody points at a record that he cannot read'],
    ['stranger', '', 'no right on the object'],
  ],
  'met by a criteria rule': [
    ...whole,
    ...ownerAndAbove,
    ...viewers,
    ...heldBack,
    ['grouped', 'cre', 'stands in a group inside the group to which the rule gives read/write'],
    ['subordinate peer teamReader teamEditor integration', 'c', 'the rule does not name them'],
  ],
  'met by an owner rule': [
    ...whole,
    ...ownerAndAbove,
    ...viewers,
    ...heldBack,
    ['grouped', 'cr', 'the rule shares what the role owns with the group, to read'],
    ['subordinate peer teamReader teamEditor integration', 'c', 'the rule shares from the role and not with it'],
  ],
  'shared by hand': [
    ...whole,
    ...ownerAndAbove,
    ...viewers,
    ...heldBack,
    ['peer', 'cre', 'a share row gives read/write; deleting stays with the owner'],
    ['subordinate grouped teamReader teamEditor integration', 'c', 'the share names somebody else'],
  ],
  'opportunity with a team': [
    ...whole,
    ...ownerAndAbove,
    ...viewers,
    ...heldBack,
    ['teamReader', 'cr', 'the team gives read'],
    ['teamEditor', 'cre', 'the team gives read/write'],
    ['subordinate peer grouped integration', 'c', 'not in the team'],
  ],
  'opportunity of an account': [
    ...whole,
    ['owner', 'cr', 'owns the account, and the owner’s role reads opportunities of owned accounts'],
    ['manager', 'cr', 'stands above the owner of the account'],
    ...viewers,
    ['readOnly', 'r', 'stands above the owner of the account'],
    ['muted', 'cr', 'stands above the owner of the account'],
    ['stranger', '', 'no right on the object'],
    ['subordinate peer grouped teamReader teamEditor integration', 'c', 'nothing leads to it'],
  ],
  'account with a team': [
    ...whole,
    ...ownerAndAbove,
    ...viewers,
    ...heldBack,
    ['teamReader', 'cr', 'the team gives read'],
    ['teamEditor', 'cre', 'the team gives read/write'],
    ['subordinate peer grouped integration', 'c', 'not in the team'],
  ],
  'account of an opportunity': [
    ...whole,
    ['owner manager', 'cr', 'whoever reaches the opportunity reads its account'],
    ['teamReader teamEditor', 'cr', 'the team of the opportunity reads its account, whatever it may do with the deal'],
    ...viewers,
    ['readOnly', 'r', 'stands above the owner of the opportunity'],
    ['muted', 'cr', 'stands above the owner of the opportunity'],
    ['stranger', '', 'no right on the object'],
    ['subordinate peer grouped integration', 'c', 'nothing leads to it'],
  ],
  'contact of an account with a team': [
    ...whole,
    ['owner manager', 'credt', 'does with the contact what can be done with its account'],
    ['teamReader', 'r', 'reads the account'],
    ['teamEditor', 'cre', 'edits the account and cannot delete it'],
    ['seesObject seesAllData', 'r', 'reads all accounts, adds nothing to them'],
    ['readOnly', 'r', 'the object right is read'],
    ['muted', 'cr', 'edit and delete are muted'],
    ['stranger', '', 'no right on the object'],
    ['subordinate peer grouped integration', '', 'the account is closed'],
  ],
  'task of an opportunity with a team': [
    ['admin changesAllData', 'credt', 'Modify All Data'],
    ['owner manager', 'credt', 'whose it is, and above'],
    ['changesObject', 'cr', 'reads the opportunity; Modify All on it says nothing about its tasks'],
    ['seesObject seesAllData', 'cr', 'reads the opportunity'],
    ['teamReader teamEditor', 'cr', 'whoever reads the record reads its activities; editing stays with the owner'],
    ['subordinate peer grouped', 'c', 'no way to the task or to its opportunity'],
    ['readOnly muted stranger', 'r', 'above the owner; activities have no object rights, and Edit Tasks is missing'],
    ['integration', '', 'the profile has no Access Activities'],
  ],
  'event of an opportunity with a team': [
    ['admin changesAllData', 'credt', 'Modify All Data'],
    ['owner manager', 'credt', 'whose it is, and above'],
    ['changesObject', 'cr', 'reads the opportunity'],
    ['seesObject seesAllData', 'cr', 'reads the opportunity'],
    ['teamReader teamEditor', 'cr', 'whoever reads the record reads its activities'],
    ['subordinate peer grouped', 'c', 'no way to the event or to its opportunity'],
    ['readOnly muted stranger', 'r', 'above the owner; Edit Events is missing'],
    ['integration', '', 'the profile has no Access Activities'],
  ],
  user: [
    ['admin', 'cre', 'Manage Internal Users; nobody deletes a user'],
    [
      'owner subordinate manager peer seesObject changesObject seesAllData changesAllData readOnly grouped teamReader teamEditor integration stranger muted',
      'r',
      'the default of users is public read only; Modify All Data does not manage users',
    ],
  ],
  'permission set': [
    ['admin', 'cred', 'Manage Profiles and Permission Sets'],
    [
      'owner subordinate manager peer seesObject changesObject seesAllData changesAllData grouped teamReader teamEditor',
      'r',
      'View Setup and Configuration reads them',
    ],
    ['readOnly integration stranger muted', '', 'without View Setup and Configuration they are not there'],
  ],
};

/** The lines of a scenario by person. */
export function expectedRights(scenario: string): Map<Persona, { rights: Rights; because: string }> {
  const found = new Map<Persona, { rights: Rights; because: string }>();
  for (const [people, rights, because] of matrix[scenario] ?? []) {
    for (const name of people.split(' ') as Persona[]) {
      if (found.has(name)) throw new Error(`Expected one line for ${name} in ${scenario}`);
      found.set(name, { rights, because });
    }
  }
  return found;
}
