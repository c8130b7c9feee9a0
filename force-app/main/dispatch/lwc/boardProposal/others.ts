import { labelAt, rowsOf, valueAt } from 'c/gateData';

/** Hours that another order already asks of the person in a week. */
export interface OtherBooking {
  readonly id: string;
  readonly orderId: string;
  readonly order: string;
  readonly worth: number;
  readonly monday: string;
  readonly hours: number;
  readonly isProposed: boolean;
  readonly statusLabel: string;
}

export function othersOf(data: unknown, orderId: string): OtherBooking[] {
  return rowsOf(data, 'MF_Booking__c')
    .map((node) => ({
      id: node.Id,
      orderId: String(valueAt(node, 'Dispatch__c')),
      order: String(valueAt(node, 'Dispatch__r', 'Name') ?? ''),
      worth: Number(valueAt(node, 'Dispatch__r', 'Worth__c') ?? 0),
      monday: String(valueAt(node, 'Resource_Week__r', 'Week_Start__c') ?? ''),
      hours: Number(valueAt(node, 'Hours__c') ?? 0),
      isProposed: valueAt(node, 'Status__c') === 'Proposed',
      statusLabel: labelAt(node, 'Status__c'),
    }))
    .filter((one) => one.orderId !== orderId);
}

export function levelsOf(data: unknown): Record<string, number> {
  return Object.fromEntries(
    rowsOf(data, 'MF_Resource_Skill__c').map((node) => [
      String(valueAt(node, 'Skill__c')),
      Number(valueAt(node, 'Level__c') ?? 0),
    ]),
  );
}

/** Ids of the person's weeks by their Monday. */
export function weekIdsOf(data: unknown): Record<string, string> {
  return Object.fromEntries(
    rowsOf(data, 'MF_Resource_Week__c').map((node) => [String(valueAt(node, 'Week_Start__c')), node.Id]),
  );
}
