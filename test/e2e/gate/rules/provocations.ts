import { onChecks } from './on-checks.ts';
import { onDeals, onGates } from './on-deals.ts';
import { onOpportunities } from './on-opportunities.ts';
import { onDecisions, onTeamMembers, onTheLog, onWaivers } from './on-people.ts';
import { onCheckDefinitions, onPlaybooks, onResponsibilities, onStages } from './on-the-catalogue.ts';
import type { Provocation } from './provocation.ts';

/** Every validation rule of playbooks and deals, by object, with a write that it alone or among others refuses. */
export const provocations: Readonly<Record<string, readonly Provocation[]>> = {
  Opportunity: onOpportunities,
  MF_Deal__c: onDeals,
  MF_Gate__c: onGates,
  MF_Check__c: onChecks,
  MF_Waiver__c: onWaivers,
  MF_Decision__c: onDecisions,
  MF_Team_Member__c: onTeamMembers,
  MF_Event_Log__c: onTheLog,
  MF_Playbook__c: onPlaybooks,
  MF_Stage__c: onStages,
  MF_Check_Definition__c: onCheckDefinitions,
  MF_Responsibility__c: onResponsibilities,
};
