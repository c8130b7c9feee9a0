import { updateRecord } from 'lightning/uiRecordApi';
import type { Order } from 'c/dispatchData';
import { reduceErrors } from 'c/ldsErrors';

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
