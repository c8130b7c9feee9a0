import type { SObjectType } from '../../schema/model.ts';
import type { StandardBehaviour } from './behaviour.ts';
import { opportunity } from './opportunity.ts';
import { opportunityTeamMember } from './opportunity-team-member.ts';
import { permissionSetAssignment } from './permission-set-assignment.ts';
import { user } from './user.ts';

const behaviours: Readonly<Record<string, StandardBehaviour>> = {
  Opportunity: opportunity,
  OpportunityTeamMember: opportunityTeamMember,
  PermissionSetAssignment: permissionSetAssignment,
  User: user,
};

const plain: StandardBehaviour = {};

export const behaviourOf = (type: SObjectType): StandardBehaviour => behaviours[type.name] ?? plain;
