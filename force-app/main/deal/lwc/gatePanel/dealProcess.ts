import { checksOf, gatesOf, rowsOf, valueAt, type Check, type Gate } from 'c/gateData';

/** Where an opportunity stands in its process, read once from an answer of the org. */
export interface DealProcess {
  /** False where the user may not see the opportunity. */
  readonly readable: boolean;
  /** False until a deal type was chosen. */
  readonly started: boolean;
  readonly won: boolean;
  readonly lost: boolean;
  readonly stage: string;
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
    dealId: deal?.Id ?? '',
    currentId: valueAt(deal, 'Current_Gate__c') as string | null,
    phase: valueAt(deal, 'Phase__c') as string | null,
    conditional: valueAt(deal, 'Is_Conditional__c') === true,
    lapsed: valueAt(deal, 'Has_Lapsed_Condition__c') === true,
    gates: gatesOf(data),
    checks: checksOf(data),
  };
}
