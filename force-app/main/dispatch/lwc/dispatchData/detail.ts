import { inLanguage, rowsOf, valueAt } from 'c/gateData';
import { candidatesOf, type Candidate } from './candidate';

export interface OrderNeed {
  readonly skill: string;
  readonly skillName: string;
  readonly level: number;
  readonly weight: number;
  readonly mandatory: boolean;
}

export interface OrderBooking {
  readonly id: string;
  readonly key: string;
  readonly personId: string;
  readonly personName: string;
  readonly monday: string;
  readonly hours: number;
  readonly status: string;
  readonly declined: boolean;
}

/** What a dispatcher decides an order by. */
export interface OrderDetail {
  readonly id: string;
  readonly explanation: string;
  /** The same in every language: an order carries its reason in the company's alone. */
  readonly everyWording: string;
  readonly needs: readonly OrderNeed[];
  readonly candidates: readonly Candidate[];
  /** Cancelled ones too: a key is used again, and a refusal of the engineer stays. */
  readonly bookings: readonly OrderBooking[];
}

/** Undefined where the order is gone or may not be seen. */
export function orderDetailOf(data: unknown): OrderDetail | undefined {
  const [order] = rowsOf(data, 'MF_Dispatch__c');
  if (order === undefined) return undefined;
  return {
    id: order.Id,
    explanation: inLanguage(order, ['Explanation_En__c'], ['Explanation_Zh__c']),
    everyWording: ['Explanation_En__c', 'Explanation_Zh__c'].map((field) => valueAt(order, field) ?? '').join(' '),
    needs: rowsOf(data, 'MF_Dispatch_Skill__c').map((node) => ({
      skill: String(valueAt(node, 'Skill__c')),
      skillName: inLanguage(node, ['Skill__r', 'Name'], ['Skill__r', 'Name_Zh__c']),
      level: Number(valueAt(node, 'Level__c') ?? 1),
      weight: Number(valueAt(node, 'Weight__c') ?? 0),
      mandatory: valueAt(node, 'Mandatory__c') === true,
    })),
    candidates: candidatesOf(data),
    bookings: rowsOf(data, 'MF_Booking__c').map((node) => ({
      id: node.Id,
      key: String(valueAt(node, 'Booking_Key__c') ?? ''),
      personId: String(valueAt(node, 'Resource_Week__r', 'Resource__c') ?? ''),
      personName: String(valueAt(node, 'Resource_Week__r', 'Resource__r', 'Name') ?? ''),
      monday: String(valueAt(node, 'Resource_Week__r', 'Week_Start__c') ?? ''),
      hours: Number(valueAt(node, 'Hours__c') ?? 0),
      status: String(valueAt(node, 'Status__c') ?? ''),
      declined: valueAt(node, 'Answer__c') === 'Declined',
    })),
  };
}
