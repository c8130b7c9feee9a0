import type { CompiledRule } from '../gate/compiled-rule.ts';
import { compileGate } from '../gate/compile-gate-rules.ts';
import type { FieldKind } from '../gate/field-criterion.ts';
import { fieldChecks, stageLists } from '../gate/from-playbooks.ts';
import { LOST, WON } from '../gate/stage-list.ts';
import type { Playbook, Stage } from '../playbook/playbook.ts';
import type { ReleaseComponent } from './component.ts';

/** What is written into every component that a release makes, so that the next one knows it for its own. */
export const MARK = 'Midfield: ';
/** Path steps show at most so many fields; the platform's own limit. */
const PATH_FIELDS = 5;
const PATH_GUIDANCE = 1000;

/** All native metadata that the playbooks ask for. Throws RangeError for a criterion that no rule can express. Pure. */
export function compileRelease(
  playbooks: readonly Playbook[],
  kindOf: (field: string) => FieldKind,
): ReleaseComponent[] {
  const gate = compileGate({ lists: stageLists(playbooks), fieldChecks: fieldChecks(playbooks), kindOf });
  return [
    ...stageParts(playbooks),
    stageOrderField(gate.stageOrder),
    ...gate.rules.map(ruleOf),
    ...playbooks.flatMap(ofDealType),
    ...gate.rules.filter(({ object }) => object === 'Opportunity').map(ruleWord),
    ...playbooks.map((playbook) => word('recordTypes', nameOf(playbook), { label: playbook.name.zh })),
  ];
}

/** Of business process, record type and path: one for each deal type, whatever its playbook is called. */
export function nameOf({ deal_type: dealType }: Playbook): string {
  return `MF_${dealType}`;
}

export function openStages(playbook: Playbook): Stage[] {
  return playbook.stages.filter((stage) => !stage.post_win).sort((a, b) => a.order - b.order);
}

function stageParts(playbooks: readonly Playbook[]): ReleaseComponent[] {
  const values = new Map<string, Stage>();
  for (const stage of playbooks.flatMap(openStages)) if (!values.has(stage.value)) values.set(stage.value, stage);
  const stages = [...values.values()];
  return [
    ...stages.map((stage) => stageValue(stage)),
    ...stages.map((stage) => stageWord(stage.value, `${stage.key} ${stage.name.zh}`)),
  ];
}

function stageValue({ value, probability }: Stage): ReleaseComponent {
  const forecastCategory = probability >= 75 ? 'Forecast' : probability >= 55 ? 'BestCase' : 'Pipeline';
  return {
    type: 'StageValue',
    name: value,
    content: { fullName: value, label: value, closed: false, won: false, probability, forecastCategory },
  };
}

function stageWord(masterLabel: string, translation: string): ReleaseComponent {
  return { type: 'StageWord', name: masterLabel, content: { masterLabel, translation } };
}

function stageOrderField(formula: string): ReleaseComponent {
  return {
    type: 'CustomField',
    name: 'Opportunity.MF_Stage_Order__c',
    content: {
      description: 'Place of the stage in the playbook, for lists and reports; -1 when the stage is not part of it.',
      formula,
      formulaTreatBlanksAs: 'BlankAsBlank',
      label: 'Stage Order',
      precision: 18,
      scale: 0,
      type: 'Number',
    },
  };
}

function ruleOf(rule: CompiledRule): ReleaseComponent {
  return {
    type: 'ValidationRule',
    name: `${rule.object}.${rule.name}`,
    content: {
      active: true,
      description: rule.description,
      errorConditionFormula: rule.condition,
      errorDisplayField: rule.errorField ?? null,
      errorMessage: rule.message.en,
    },
  };
}

function ruleWord({ name, message }: CompiledRule): ReleaseComponent {
  return word('validationRules', name, { errorMessage: message.zh });
}

function word(list: string, name: string, words: Readonly<Record<string, string>>): ReleaseComponent {
  return { type: 'ObjectWord', name: `${list}.${name}`, content: { name, ...words } };
}

function ofDealType(playbook: Playbook): ReleaseComponent[] {
  const name = nameOf(playbook);
  const stages = openStages(playbook);
  return [
    {
      type: 'BusinessProcess',
      name: `Opportunity.${name}`,
      content: {
        description: cut(`${MARK}stages of ${playbook.name.en}.`, 255),
        isActive: true,
        values: [...stages.map(({ value }) => value), WON, LOST].map((value) => ({
          fullName: encodeValue(value),
          default: false,
        })),
      },
    },
    {
      type: 'RecordType',
      name: `Opportunity.${name}`,
      content: {
        active: true,
        businessProcess: name,
        description: cut(`${MARK}opportunities of the deal type ${playbook.deal_type}.`, 255),
        label: cut(playbook.name.en, 80),
      },
    },
    {
      type: 'PathAssistant',
      name,
      content: {
        active: true,
        entityName: 'Opportunity',
        fieldName: 'StageName',
        masterLabel: cut(`${MARK}${playbook.name.en}`, 80),
        pathAssistantSteps: stages.flatMap(pathStep),
        recordTypeName: name,
      },
    },
  ];
}

/** Guidance in both languages, because a path has one text for everybody, and the fields that the stage's criteria ask for. */
function pathStep(stage: Stage): Record<string, unknown>[] {
  const asked = stage.checks.flatMap(({ criterion }) => (criterion ? [criterion.field] : []));
  const fieldNames = [...new Set(asked.filter((field) => !field.includes('.')))].slice(0, PATH_FIELDS);
  const info = stage.guidance ? cut(`${stage.guidance.zh}\n${stage.guidance.en}`, PATH_GUIDANCE) : undefined;
  if (fieldNames.length === 0 && info === undefined) return [];
  return [
    {
      ...(fieldNames.length > 0 ? { fieldNames } : {}),
      ...(info === undefined ? {} : { info }),
      picklistValueName: stage.value,
    },
  ];
}

/** As the Metadata API writes a value in a process or record type: `Proposal%2FPrice Quote`. */
export function encodeValue(value: string): string {
  return encodeURIComponent(value).replaceAll('%20', ' ');
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
