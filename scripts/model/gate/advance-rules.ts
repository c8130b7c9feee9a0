import type { CompiledRule } from './compiled-rule.ts';
import { and } from './formula-text.ts';
import { FOREIGN_DEAL, GATE_ELSEWHERE, gatedMove, HAS_DEAL, STOP_LOSS_OPEN } from './move.ts';
import type { StageList } from './stage-list.ts';

const object = 'Opportunity';

/**
 * The gate itself: one rule for each reason to refuse a move ahead, so that each message says what to do.
 * Together they are the whole condition; each leaves out what another one already says.
 */
export function advanceRules(lists: readonly StageList[]): CompiledRule[] {
  const moves = gatedMove(lists);
  return [
    {
      object,
      name: 'MF_Move_Needs_Deal',
      description: 'A blank deal is refused, never taken for not gated: deleting the deal opens no way round.',
      condition: and(...moves, 'ISBLANK(MF_Deal__c)'),
      message: {
        en: 'This opportunity has no deal workspace yet, so no gate can be checked. Save it once without changing the stage, then move it.',
        zh: '该商机还没有项目工作区，无法检查阶段关口。请先不改阶段保存一次，再推进阶段。',
      },
    },
    {
      object,
      name: 'MF_Move_Own_Deal',
      description: 'Only the gate of its own deal counts for an opportunity.',
      condition: and(...moves, HAS_DEAL, FOREIGN_DEAL),
      message: {
        en: 'The deal on this opportunity belongs to another opportunity. Ask an administrator to put the right deal back.',
        zh: '该商机上的项目工作区属于另一个商机。请管理员改回正确的项目工作区。',
      },
    },
    {
      object,
      name: 'MF_Move_One_Step',
      description: 'Stages are passed one by one; a stage outside the playbook is never the next one.',
      condition: and(...gatedMove(lists, '> 1')),
      message: {
        en: 'Stages cannot be skipped. Move to the next stage of the playbook of this deal type.',
        zh: '不能跳过阶段。请推进到该项目类型的下一个阶段。',
      },
      errorField: 'StageName',
    },
    {
      object,
      name: 'MF_Move_Gate_In_Step',
      description:
        'The deal must stand at the gate of the stage being left. With the flows off it stays behind and nothing moves.',
      condition: and(...moves, HAS_DEAL, GATE_ELSEWHERE),
      message: {
        en: 'The deal does not stand at the gate of this stage. Open the gate panel; if it shows another stage, ask an administrator to put the gate right.',
        zh: '项目当前关口与该阶段不一致。请打开关口面板查看；如显示的是其他阶段，请管理员修正。',
      },
    },
    {
      object,
      name: 'MF_Move_Gate_Met',
      description: 'The gate of the stage being left must be met.',
      condition: and(...moves, HAS_DEAL, `NOT(${GATE_ELSEWHERE})`, 'NOT(MF_Deal__r.Current_Gate_Met__c)'),
      message: {
        en: 'The gate of this stage is not met. Open the gate panel, close the mandatory and blocking checks and reach the score, then move the stage.',
        zh: '该阶段的关口尚未满足。请打开关口面板，完成必选项和阻断项并达到通过分，再推进阶段。',
      },
      errorField: 'StageName',
    },
    {
      object,
      name: 'MF_Move_Condition_Lapsed',
      description: 'A conditional pass that ran out blocks the next gate, wherever the waived check stands.',
      condition: and(...moves, HAS_DEAL, 'MF_Deal__r.Has_Lapsed_Condition__c'),
      message: {
        en: 'A waiver of this deal has run out and its check is still open. Close that check with evidence, then move the stage.',
        zh: '该项目的一项豁免已到期，对应的检查项仍未完成。请补齐证据并完成该检查项，再推进阶段。',
      },
      errorField: 'StageName',
    },
    {
      object,
      name: 'MF_Move_Stop_Loss',
      description:
        'From the stop-loss line on, each gate asks whether to go on; a head answers with an investment decision of that stage.',
      condition: and(...moves, HAS_DEAL, STOP_LOSS_OPEN),
      message: {
        en: 'Presales has cost more than the stop-loss line of this deal. Ask a head to record an investment decision (ATI) with its day, or close the deal as lost.',
        zh: '该项目的售前成本已超过止损线。请负责人登记带决策日期的投入决策（ATI），或将商机关闭为丢单。',
      },
      errorField: 'StageName',
    },
  ];
}
