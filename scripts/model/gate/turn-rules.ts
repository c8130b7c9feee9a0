import type { CompiledRule } from './compiled-rule.ts';
import { and, or, quote } from './formula-text.ts';
import { BYPASS, FOREIGN_DEAL, lawfulStep, MOVES, NEW_STAGE, NO_REASON, OLD_STAGE, steps } from './move.ts';
import { LOST, WON } from './stage-list.ts';
import type { StageList } from './stage-list.ts';

const object = 'Opportunity';
const reasonField = { errorField: 'MF_Move_Reason__c' };

/** Moves that are not a step ahead: back, lost, reopened, past the gate by permission. Each needs a fresh reason. */
export function turnRules(lists: readonly StageList[]): CompiledRule[] {
  return [
    {
      object,
      name: 'MF_Back_Reason',
      description: 'Going back is allowed with a reason.',
      condition: and(...MOVES, `${steps(lists)} < 0`, NO_REASON),
      message: {
        en: 'Write a new Move Reason in the same save to move this opportunity back.',
        zh: '回退阶段时，请在同一次保存中填写新的变更原因。',
      },
      ...reasonField,
    },
    {
      object,
      name: 'MF_Lost_Reason',
      description: 'Losing is allowed from every stage with a reason.',
      condition: and(...MOVES, `${NEW_STAGE} = ${quote(LOST)}`, NO_REASON),
      message: {
        en: 'Write a new Move Reason in the same save to close this opportunity as lost.',
        zh: '丢单时，请在同一次保存中填写新的变更原因。',
      },
      ...reasonField,
    },
    {
      object,
      name: 'MF_Reopen_Reason',
      description: 'Reopening needs a reason.',
      condition: and(...MOVES, or(`${OLD_STAGE} = ${quote(LOST)}`, `${OLD_STAGE} = ${quote(WON)}`), NO_REASON),
      message: {
        en: 'Write a new Move Reason in the same save to reopen this opportunity.',
        zh: '重新打开商机时，请在同一次保存中填写新的变更原因。',
      },
      ...reasonField,
    },
    {
      object,
      name: 'MF_Reopen_To_Gate',
      description: 'A lost opportunity comes back where its gate stands and nowhere else; never straight to won.',
      condition: and(
        ...MOVES,
        `NOT(${BYPASS})`,
        `${OLD_STAGE} = ${quote(LOST)}`,
        or('ISBLANK(MF_Deal__c)', FOREIGN_DEAL, `MF_Deal__r.Current_Gate_Stage__c <> ${NEW_STAGE}`),
      ),
      message: {
        en: 'A lost opportunity is reopened in the stage in which it was lost. Choose the stage that the gate panel shows.',
        zh: '丢单的商机只能在丢单时的阶段重新打开。请选择关口面板显示的阶段。',
      },
      errorField: 'StageName',
    },
    {
      object,
      name: 'MF_Reopen_Won',
      description: 'A won opportunity is reopened only by those who may; a bypass does not help.',
      condition: and(...MOVES, `${OLD_STAGE} = ${quote(WON)}`, 'NOT($Permission.MF_Reopen_Won)'),
      message: {
        en: 'A won opportunity may be reopened only with the permission Reopen Won Deals. Ask sales operations.',
        zh: '赢单的商机只有具备“重新打开赢单”权限的人才能重新打开。请联系销售运营。',
      },
      errorField: 'StageName',
    },
    {
      object,
      name: 'MF_Bypass_Reason',
      description: 'Whoever passes a gate by permission says why; the reason goes into the log.',
      condition: and(...MOVES, BYPASS, NO_REASON, `NOT(${lawfulStep(lists)})`),
      message: {
        en: 'You are moving past a gate. Write a new Move Reason in the same save; it is logged.',
        zh: '您正在绕过阶段关口。请在同一次保存中填写新的变更原因，该操作会记入日志。',
      },
      ...reasonField,
    },
  ];
}
