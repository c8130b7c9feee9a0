import { compileFormula } from '../../../../scripts/local-org/formula/compile.ts';
import type { FormulaEnvironment, FormulaType, FormulaValue } from '../../../../scripts/local-org/formula/contract.ts';
import { compileGate } from '../../../../scripts/model/gate/compile-gate-rules.ts';
import { standardFieldKind } from '../../../../scripts/model/gate/opportunity-fields.ts';
import type { FieldCheck } from '../../../../scripts/model/gate/field-rules.ts';
import type { StageList } from '../../../../scripts/model/gate/stage-list.ts';

export const lists: readonly StageList[] = [
  { dealType: 'HQ', stages: ['A1', 'A2', 'A3'] },
  { dealType: 'Region', stages: ['A1', 'A2', 'A3'] },
  { dealType: 'Small', stages: ['B1', 'B2'], small: true },
];
const fieldChecks: readonly FieldCheck[] = [
  {
    key: 'A2-AMOUNT',
    dealType: 'HQ',
    stage: 'A2',
    name: { en: 'Amount is filled in', zh: '已填写金额' },
    criterion: { field: 'Amount', operator: 'greaterThan', value: 0 },
  },
];

const types: Readonly<Record<string, FormulaType>> = {
  Id: 'Id',
  StageName: 'Picklist',
  MF_Deal_Type__c: 'Picklist',
  MF_Move_Reason__c: 'Text',
  MF_Deal__c: 'Id',
  Amount: 'Number',
  'MF_Deal__r.Opportunity__c': 'Id',
  'MF_Deal__r.Current_Gate_Stage__c': 'Text',
  'MF_Deal__r.Current_Gate_Met__c': 'Boolean',
  'MF_Deal__r.Has_Lapsed_Condition__c': 'Boolean',
  'MF_Deal__r.Stop_Loss_Asked__c': 'Boolean',
  '$RecordType.DeveloperName': 'Text',
  '$CustomMetadata.MF_Scope__mdt.Default.Required_From__c': 'Date',
  '$CustomMetadata.MF_Scope__mdt.Default.Record_Types__c': 'Text',
  '$CustomMetadata.MF_Scope__mdt.Default.Small_Deal_Limit__c': 'Number',
};

export type Values = Readonly<Record<string, FormulaValue>>;

const OPPORTUNITY = '006000000000001AAA';
const DEAL = 'a00000000000001AAA';
const untouched: Values = {
  Id: OPPORTUNITY,
  StageName: 'A2',
  MF_Deal_Type__c: 'HQ',
  MF_Move_Reason__c: null,
  MF_Deal__c: DEAL,
  Amount: 100,
  'MF_Deal__r.Opportunity__c': OPPORTUNITY,
  'MF_Deal__r.Current_Gate_Stage__c': 'A2',
  'MF_Deal__r.Current_Gate_Met__c': true,
  'MF_Deal__r.Has_Lapsed_Condition__c': false,
  'MF_Deal__r.Stop_Loss_Asked__c': false,
  '$RecordType.DeveloperName': null,
  '$CustomMetadata.MF_Scope__mdt.Default.Required_From__c': null,
  '$CustomMetadata.MF_Scope__mdt.Default.Record_Types__c': null,
  '$CustomMetadata.MF_Scope__mdt.Default.Small_Deal_Limit__c': 1000,
};

const rules = compileGate({ lists, fieldChecks, kindOf: standardFieldKind }).rules.filter(
  (rule) => rule.object === 'Opportunity',
);
const compiled = rules.map((rule) => ({
  name: rule.name,
  formula: compileFormula(
    rule.condition,
    {
      context: 'validation',
      resolve(path) {
        const type = path[0] === '$Permission' ? 'Boolean' : types[path.join('.')];
        return type && { type, path };
      },
    },
    { blanks: 'blank', returnType: 'Boolean' },
  ),
}));

/** The rules that refuse a save, in the order in which they were compiled. `before` absent = the record is new. */
export function judge({
  before,
  after = {},
  permissions = [],
}: {
  before?: Values;
  after?: Values;
  permissions?: readonly string[];
}): string[] {
  const old: Values = { ...untouched, ...before };
  const now: Values = before
    ? { ...old, ...after }
    : {
        ...untouched,
        Id: null,
        MF_Deal__c: null,
        'MF_Deal__r.Opportunity__c': null,
        'MF_Deal__r.Current_Gate_Stage__c': null,
        'MF_Deal__r.Current_Gate_Met__c': null,
        'MF_Deal__r.Has_Lapsed_Condition__c': null,
        'MF_Deal__r.Stop_Loss_Asked__c': null,
        ...after,
      };
  const read = (values: Values) => (reference: { readonly path: readonly string[] }) =>
    reference.path[0] === '$Permission'
      ? permissions.includes(reference.path[1] ?? '')
      : (values[reference.path.join('.')] ?? null);
  const environment: FormulaEnvironment = {
    value: read(now),
    prior: read(before ? old : now),
    isNew: !before,
    isClone: false,
    now: Date.parse('2026-03-02T04:00:00Z'),
    timeZone: 'Asia/Shanghai',
    language: 'en_US',
  };
  return compiled.filter(({ formula }) => formula.evaluate(environment) === true).map(({ name }) => name);
}
