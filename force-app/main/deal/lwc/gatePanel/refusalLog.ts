import { createRecord } from 'lightning/uiRecordApi';
import { reduceErrors } from 'c/ldsErrors';
import type { DealProcess } from './dealProcess';
import type { Move } from './nextMove';

/** A refused save leaves no trace by itself: the attempt is counted in a second one. Gives what went wrong with that. */
export async function logRefusal(process: DealProcess, move: Move, reasons: readonly string[]): Promise<string[]> {
  const fields = {
    Deal__c: process.dealId,
    Kind__c: 'Refused',
    Before__c: (process.won ? process.phase : process.stage) ?? '',
    After__c: move.value,
    Reason__c: reasons.join(' ').slice(0, 255),
  };
  try {
    await createRecord({ apiName: 'MF_Event_Log__c', fields });
    return [];
  } catch (problem) {
    return reduceErrors(problem);
  }
}
