import type { Gate } from 'c/gateData';
import type { DealProcess } from './dealProcess';
import { labels } from './labels';

export interface Move {
  /** What the user reads on the button. */
  readonly name: string;
  /** The value that the stage or the phase takes. */
  readonly value: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The move out of the current gate: before the win the stage of the opportunity, after it the phase of the deal. */
export function nextMove(process: DealProcess, opportunityId: string): Move {
  const next = gateAfterCurrent(process);
  if (process.won) {
    const value = next?.value ?? 'Closed';
    return { name: next?.name ?? labels.finish, value, fields: { Id: process.dealId, Phase__c: value } };
  }
  const stage = next !== undefined && !next.afterWin ? next : { name: labels.won, value: 'Closed Won' };
  return { name: stage.name, value: stage.value, fields: { Id: opportunityId, StageName: stage.value } };
}

function gateAfterCurrent({ gates, currentId }: DealProcess): Gate | undefined {
  const current = gates.find((gate) => gate.id === currentId);
  return current && gates.find((gate) => gate.order === current.order + 1);
}
