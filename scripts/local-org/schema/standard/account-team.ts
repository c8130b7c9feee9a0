import { computed, detail, pick, restrictedPick, text } from './field-table.ts';
import { dataObject } from './object-table.ts';
import { teamRoles } from './value-sets.ts';

const levels = 'None|*Read=Read Only|Edit=Read/Write|All=Owner';
const level = (name: string, label: string, values: string) => restrictedPick(name, label, values, { length: 40 });

export const accountTeamMember = dataObject(
  'AccountTeamMember',
  '01M',
  'Account Team Member',
  { sharing: 'ControlledByParent', viewed: false },
  [
    detail('AccountId', 'Account ID', 'Account', 'AccountTeamMembers'),
    detail('UserId', 'User ID', 'User', 'AccountTeamMembers'),
    text('Title', 'Title', 80, { ...computed('User.Title'), permissionable: false }),
    pick('TeamMemberRole', 'Team Role', teamRoles),
    level('AccountAccessLevel', 'Account Access', levels),
    level('OpportunityAccessLevel', 'Opportunity Access', levels.replace('*', '').replace('None', '*None')),
    level('CaseAccessLevel', 'Case Access', levels.replace('*', '').replace('None', '*None')),
    level('ContactAccessLevel', 'Contact Access', levels.replace('*', '').replace('None', '*None')),
  ],
);
