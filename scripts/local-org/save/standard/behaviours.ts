import type { SObjectType } from '../../schema/model.ts';
import { account } from './account.ts';
import type { StandardBehaviour } from './behaviour.ts';
import { event } from './event.ts';
import { opportunity } from './opportunity.ts';
import { opportunityTeamMember } from './opportunity-team-member.ts';
import { permissionSetAssignment } from './permission-set-assignment.ts';
import { task } from './task.ts';
import { user } from './user.ts';

const behaviours: Readonly<Record<string, StandardBehaviour>> = {
  Account: account,
  Event: event,
  Opportunity: opportunity,
  OpportunityTeamMember: opportunityTeamMember,
  PermissionSetAssignment: permissionSetAssignment,
  Task: task,
  User: user,
};

const plain: StandardBehaviour = {};

export const behaviourOf = (type: SObjectType): StandardBehaviour => behaviours[type.name] ?? plain;
