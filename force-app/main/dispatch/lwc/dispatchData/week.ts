import { labelAt, rowsOf, valueAt } from 'c/gateData';

export interface Week {
  readonly monday: string;
  readonly capacity: number;
  /** Confirmed hours. */
  readonly booked: number;
  readonly proposed: number;
}

export interface AbsenceSpan {
  readonly from: string;
  readonly to: string;
  readonly hoursPerWeek?: number;
  readonly kind: string;
}

export interface PersonWeeks {
  readonly weeks: readonly Week[];
  readonly absences: readonly AbsenceSpan[];
}

/** What an answer says of each of these people; of one without any row, nothing but that it was asked. */
export function weeksOf(data: unknown, people: readonly string[]): Record<string, PersonWeeks> {
  const found: Record<string, { weeks: Week[]; absences: AbsenceSpan[] }> = {};
  for (const id of people) found[id] = { weeks: [], absences: [] };
  for (const node of rowsOf(data, 'MF_Resource_Week__c'))
    found[String(valueAt(node, 'Resource__c'))]?.weeks.push({
      monday: String(valueAt(node, 'Week_Start__c')),
      capacity: Number(valueAt(node, 'Capacity__c') ?? 0),
      booked: Number(valueAt(node, 'Booked_Hours__c') ?? 0),
      proposed: Number(valueAt(node, 'Proposed_Hours__c') ?? 0),
    });
  for (const node of rowsOf(data, 'MF_Absence__c')) {
    const hours = valueAt(node, 'Hours_Per_Week__c');
    found[String(valueAt(node, 'Resource__c'))]?.absences.push({
      from: String(valueAt(node, 'From__c')),
      to: String(valueAt(node, 'To__c')),
      kind: labelAt(node, 'Kind__c'),
      ...(hours === null ? {} : { hoursPerWeek: Number(hours) }),
    });
  }
  return found;
}
