import { and, or, quote } from './formula-text.ts';
import { LOST } from './stage-list.ts';
import type { StageList } from './stage-list.ts';
import { stageOrder } from './stage-order.ts';

/** The names that every rule about a move speaks in. The old type counts: whoever clears it while moving gains nothing. */
export const OLD_TYPE = 'TEXT(PRIORVALUE(MF_Deal_Type__c))';
export const NEW_TYPE = 'TEXT(MF_Deal_Type__c)';
export const OLD_STAGE = 'TEXT(PRIORVALUE(StageName))';
export const NEW_STAGE = 'TEXT(StageName)';

export const BYPASS = '$Permission.MF_Bypass_Gates';

/** An existing, opted-in opportunity changes its stage. */
export const MOVES = [`NOT(ISNEW())`, `ISCHANGED(StageName)`, `NOT(ISBLANK(${OLD_TYPE}))`] as const;

/** The reason must be written in this very save; an old one does not count. */
export const NO_REASON = 'OR(NOT(ISCHANGED(MF_Move_Reason__c)), ISBLANK(MF_Move_Reason__c))';

export const HAS_DEAL = 'NOT(ISBLANK(MF_Deal__c))';
export const FOREIGN_DEAL = 'CASESAFEID(MF_Deal__r.Opportunity__c) <> CASESAFEID(Id)';
export const GATE_ELSEWHERE = `MF_Deal__r.Current_Gate_Stage__c <> ${OLD_STAGE}`;
/** Presales has cost more than its line, and no head has decided in this stage to go on. */
export const STOP_LOSS_OPEN = 'MF_Deal__r.Stop_Loss_Asked__c';

/**
 * How many stages the move goes ahead: 1 is the next stage, below 0 is back.
 * The two unknowns lie so far apart that a stage outside the playbook is always ahead and never exactly one step.
 */
export function steps(lists: readonly StageList[]): string {
  const unknownAhead = 1000;
  const unknownBehind = -1000;
  return `${stageOrder(lists, OLD_TYPE, NEW_STAGE, unknownAhead)} -\n${stageOrder(lists, OLD_TYPE, OLD_STAGE, unknownBehind)}`;
}

/** A move that the gate has to allow: ahead or to nowhere, neither losing nor coming back from a loss. */
export function gatedMove(lists: readonly StageList[], ahead = '>= 0'): string[] {
  return [
    ...MOVES,
    `NOT(${BYPASS})`,
    `${NEW_STAGE} <> ${quote(LOST)}`,
    `${OLD_STAGE} <> ${quote(LOST)}`,
    `${steps(lists)} ${ahead}`,
  ];
}

/** The next stage, through a gate that is the deal's own, in step, met, without a lapsed condition and an open stop-loss question. */
export function lawfulStep(lists: readonly StageList[]): string {
  return and(
    `${steps(lists)} = 1`,
    HAS_DEAL,
    `NOT(${or(FOREIGN_DEAL, GATE_ELSEWHERE, 'NOT(MF_Deal__r.Current_Gate_Met__c)', 'MF_Deal__r.Has_Lapsed_Condition__c', STOP_LOSS_OPEN)})`,
  );
}
