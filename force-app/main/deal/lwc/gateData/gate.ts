import { inLanguage, rowsOf, valueAt } from './rows';

export interface Gate {
  readonly id: string;
  readonly stageId: string;
  readonly value: string;
  readonly name: string;
  readonly guidance: string;
  readonly order: number;
  readonly afterWin: boolean;
  readonly met: boolean;
  readonly left: boolean;
  readonly score: number;
  readonly threshold: number;
  readonly planned: number;
  readonly openMandatory: number;
  readonly openBlocking: number;
}

export function gatesOf(data: unknown): Gate[] {
  return rowsOf(data, 'MF_Gate__c').map((node) => ({
    id: node.Id,
    stageId: String(valueAt(node, 'Stage__c') ?? ''),
    value: String(valueAt(node, 'Stage_Value__c')),
    name: inLanguage(node, ['Stage__r', 'Name'], ['Stage__r', 'Name_Zh__c']) || String(valueAt(node, 'Stage_Value__c')),
    guidance: inLanguage(node, ['Stage__r', 'Guidance_En__c'], ['Stage__r', 'Guidance_Zh__c']),
    order: Number(valueAt(node, 'Stage_Order__c')),
    afterWin: valueAt(node, 'After_Win__c') === true,
    met: valueAt(node, 'Is_Met__c') === true,
    left: valueAt(node, 'Left_On__c') !== null,
    score: Number(valueAt(node, 'Score__c') ?? 0),
    threshold: Number(valueAt(node, 'Threshold__c') ?? 0),
    planned: Number(valueAt(node, 'Planned_Checks__c') ?? 0),
    openMandatory: Number(valueAt(node, 'Open_Mandatory__c') ?? 0),
    openBlocking: Number(valueAt(node, 'Open_Blocking__c') ?? 0),
  }));
}
