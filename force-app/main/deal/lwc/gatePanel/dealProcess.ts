import { checksOf, gatesOf, labelAt, rowsOf, valueAt, type Check, type Gate } from 'c/gateData';
import { fill } from 'c/labelText';
import { labels } from './labels';

/** Where an opportunity stands in its process, read once from an answer of the org. */
export interface DealProcess {
  /** False where the user may not see the opportunity. */
  readonly readable: boolean;
  /** False until a deal type was chosen. */
  readonly started: boolean;
  readonly won: boolean;
  readonly lost: boolean;
  readonly stage: string;
  /** The stage in the user's words. */
  readonly stageLabel: string;
  readonly dealId: string;
  readonly currentId: string | null;
  /** Value of the deal's own phase after the win, blank before it. */
  readonly phase: string | null;
  readonly conditional: boolean;
  readonly lapsed: boolean;
  readonly gates: readonly Gate[];
  readonly checks: readonly Check[];
}

export function dealProcessOf(data: unknown): DealProcess {
  const [opportunity] = rowsOf(data, 'Opportunity');
  const [deal] = rowsOf(data, 'MF_Deal__c');
  const won = valueAt(opportunity, 'IsWon') === true;
  return {
    readable: opportunity !== undefined,
    started: valueAt(opportunity, 'MF_Deal_Type__c') !== null,
    won,
    lost: valueAt(opportunity, 'IsClosed') === true && !won,
    stage: String(valueAt(opportunity, 'StageName') ?? ''),
    stageLabel: opportunity ? labelAt(opportunity, 'StageName') : '',
    dealId: deal?.Id ?? '',
    currentId: valueAt(deal, 'Current_Gate__c') as string | null,
    phase: valueAt(deal, 'Phase__c') as string | null,
    conditional: valueAt(deal, 'Is_Conditional__c') === true,
    lapsed: valueAt(deal, 'Has_Lapsed_Condition__c') === true,
    gates: gatesOf(data),
    checks: checksOf(data),
  };
}

/** Why no move of an open opportunity can pass: its stage is none of this process, or was written past the gate. */
export function offTrack({ won, lost, stage, stageLabel, gates, currentId }: DealProcess): string {
  const current = gates.find((gate) => gate.id === currentId);
  if (won || lost || current === undefined || current.value === stage) return '';
  return fill(labels.offTrack, stageLabel, current.name);
}

/** The deal stands at a later gate. */
export function isPassed({ gates, currentId }: DealProcess, gate: Gate): boolean {
  const current = gates.find(({ id }) => id === currentId);
  return current !== undefined && gate.order < current.order;
}
