import { onDealsOfOrders, onDeliverables, onNeeds, onNominations, onOrders } from './on-orders.ts';
import {
  onAbsences,
  onBookings,
  onCandidates,
  onEfforts,
  onEngineers,
  onGrades,
  onHolidays,
  onRates,
  onRuns,
  onWeeks,
} from './on-people.ts';
import type { Provocation } from './provocation.ts';

/** Every validation rule of dispatch, by object, with a write that it alone or among others refuses. */
export const provocations: Readonly<Record<string, readonly Provocation[]>> = {
  MF_Absence__c: onAbsences,
  MF_Allocation_Run__c: onRuns,
  MF_Booking__c: onBookings,
  MF_Candidate__c: onCandidates,
  MF_Deal__c: onDealsOfOrders,
  MF_Deliverable__c: onDeliverables,
  MF_Dispatch__c: onOrders,
  MF_Dispatch_Skill__c: onNeeds,
  MF_Effort__c: onEfforts,
  MF_Holiday__c: onHolidays,
  MF_Nomination__c: onNominations,
  MF_Rate__c: onRates,
  MF_Resource__c: onEngineers,
  MF_Resource_Skill__c: onGrades,
  MF_Resource_Week__c: onWeeks,
};
