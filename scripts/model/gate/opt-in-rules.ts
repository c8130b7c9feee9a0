import type { CompiledRule } from './compiled-rule.ts';
import { and, or, quote } from './formula-text.ts';
import { FOREIGN_DEAL, HAS_DEAL, NEW_STAGE, NEW_TYPE, OLD_TYPE } from './move.ts';
import { WON } from './stage-list.ts';
import type { StageList } from './stage-list.ts';
import { stageOrder } from './stage-order.ts';

const object = 'Opportunity';
const MIGRATES = '$Permission.MF_Migrate_Deals';
const typeField = { errorField: 'MF_Deal_Type__c' };

/** How an opportunity comes under the gates, and that it cannot slip out again. On create PRIORVALUE is the new value: ISNEW tells. */
export function optInRules(lists: readonly StageList[]): CompiledRule[] {
  const order = stageOrder(lists, NEW_TYPE, NEW_STAGE);
  const late = or(`${NEW_STAGE} = ${quote(WON)}`, `${order} < 1`, and(`NOT(${MIGRATES})`, `${order} <> 1`));
  return [
    {
      object,
      name: 'MF_Type_Fixed',
      description: 'The deal type chooses the gates; once set it changes only by migration.',
      condition: and('NOT(ISNEW())', 'ISCHANGED(MF_Deal_Type__c)', `NOT(ISBLANK(${OLD_TYPE}))`, `NOT(${MIGRATES})`),
      message: {
        en: 'The deal type cannot be changed or cleared once it is chosen. Ask sales operations to migrate the deal.',
        zh: '项目类型一经选择不可更改或清空。请联系销售运营迁移该项目。',
      },
      ...typeField,
    },
    {
      object,
      name: 'MF_Type_And_Stage',
      description: 'Choosing the type and moving the stage in one save would pass a gate that nobody has seen.',
      condition: and('NOT(ISNEW())', 'ISCHANGED(MF_Deal_Type__c)', 'ISCHANGED(StageName)'),
      message: {
        en: 'Change the deal type and the stage in two saves: first the type, then the stage.',
        zh: '项目类型与阶段不能在同一次保存中更改。请先保存项目类型，再推进阶段。',
      },
      ...typeField,
    },
    {
      object,
      name: 'MF_Deal_Fixed',
      description: 'The deal of an opportunity is its own and stays.',
      condition: and(
        'NOT(ISNEW())',
        'ISCHANGED(MF_Deal__c)',
        or(and(HAS_DEAL, FOREIGN_DEAL), and('NOT(ISBLANK(PRIORVALUE(MF_Deal__c)))', `NOT(${MIGRATES})`)),
      ),
      message: {
        en: 'The deal of an opportunity is set by automation and cannot be exchanged or cleared. Undo the change of the field Deal.',
        zh: '商机的项目工作区由系统设置，不可更换或清空。请撤销对该字段的修改。',
      },
      errorField: 'MF_Deal__c',
    },
    {
      object,
      name: 'MF_New_Without_Deal',
      description: 'A new opportunity, a clone too, gets its own deal after it is saved.',
      condition: and('ISNEW()', HAS_DEAL),
      message: {
        en: 'A new opportunity starts without a deal. Clear the field Deal and save; its own workspace is made at once.',
        zh: '新建商机不能带有项目工作区。请清空该字段后保存，系统会立即建立新的工作区。',
      },
      errorField: 'MF_Deal__c',
    },
    {
      object,
      name: 'MF_New_First_Stage',
      description: 'A new opportunity, a clone too, begins in the first stage; only a migration may begin later.',
      condition: and('ISNEW()', `NOT(ISBLANK(${NEW_TYPE}))`, late),
      message: {
        en: 'A new opportunity with a deal type, a clone too, begins in the first stage of its playbook. Set the stage to the first one and save.',
        zh: '选择了项目类型的新商机(包括克隆的商机)必须从第一个阶段开始。请将阶段改为第一个阶段后保存。',
      },
      errorField: 'StageName',
    },
    {
      object,
      name: 'MF_Opt_In_Late',
      description:
        'A running opportunity comes under the gates in its first stage; later only by migration, never when closed.',
      condition: and(
        'NOT(ISNEW())',
        'ISCHANGED(MF_Deal_Type__c)',
        `NOT(ISBLANK(${NEW_TYPE}))`,
        `ISBLANK(${OLD_TYPE})`,
        late,
      ),
      message: {
        en: 'Choose the deal type in the first stage of its playbook. Ask sales operations to take over an opportunity that is further on.',
        zh: '请在第一个阶段选择项目类型。已在后续阶段的商机请联系销售运营接入。',
      },
      ...typeField,
    },
  ];
}
