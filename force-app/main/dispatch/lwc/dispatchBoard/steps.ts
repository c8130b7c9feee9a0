import { updateRecord } from 'lightning/uiRecordApi';
import type { Order } from 'c/dispatchData';
import { fill } from 'c/labelText';
import { reduceErrors } from 'c/ldsErrors';
import { labels } from './labels';

export interface StepOutcome {
  readonly done: boolean;
  /** Somebody else was faster: nothing was written. */
  readonly stale: boolean;
  /** The org's words. */
  readonly refusals: readonly string[];
}

/** Moves an order unless it changed since it was shown; the org books or refuses in the same save. */
export async function moveOrder(order: Order, status: string, reason?: string): Promise<StepOutcome> {
  const fields = { Id: order.id, Status__c: status, ...(reason === undefined ? {} : { Status_Reason__c: reason }) };
  try {
    await updateRecord({ fields }, { ifUnmodifiedSince: order.modifiedAt });
    return { done: true, stale: false, refusals: [] };
  } catch (problem) {
    const stale = (problem as { status?: number }).status === 412;
    return { done: false, stale, refusals: stale ? [] : reduceErrors(problem) };
  }
}

/** One after the other, the worthiest first: what the org refuses is named and the others go on. */
export async function confirmOrders(orders: readonly Order[]): Promise<{ confirmed: number; told: string[] }> {
  const told: string[] = [];
  for (const order of orders) {
    const { done, stale, refusals } = await moveOrder(order, 'Confirmed');
    if (!done)
      told.push(stale ? fill(labels.stale, order.name) : fill(labels.refusedBy, order.name, refusals.join(' ')));
  }
  return { confirmed: orders.length - told.length, told };
}
