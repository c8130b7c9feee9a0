import type { CompiledRule, Words } from './compiled-rule.ts';
import { criterionFails } from './field-criterion.ts';
import type { FieldCriterion, FieldKind } from './field-criterion.ts';
import { and, isOneOf, or, quote } from './formula-text.ts';
import { BYPASS, MOVES, NEW_STAGE, OLD_STAGE, OLD_TYPE } from './move.ts';
import { LOST } from './stage-list.ts';
import type { StageList } from './stage-list.ts';

/** A check of kind Field: it makes no record, it becomes a rule that stands at its field. */
export interface FieldCheck {
  /** Key of the check in the playbook: S1-AMOUNT. */
  readonly key: string;
  readonly dealType: string;
  /** Opportunity stage that the deal may not leave without it. */
  readonly stage: string;
  readonly name: Words;
  readonly criterion: FieldCriterion;
}

const MAX_NAME = 40;
const MAX_MESSAGE = 255;

/** One rule for each criterion; playbooks that share a key, stage and criterion share its rule. */
export function fieldRules(
  checks: readonly FieldCheck[],
  lists: readonly StageList[],
  kindOf: (field: string) => FieldKind,
): CompiledRule[] {
  const groups = new Map<string, FieldCheck[]>();
  for (const check of checks) {
    const earlier = earlierStages(check, lists);
    const same = JSON.stringify([check.key, check.stage, check.criterion, check.name, earlier]);
    groups.set(same, [...(groups.get(same) ?? []), check]);
  }
  const taken = new Set<string>();
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [fieldRule(first, group, earlierStages(first, lists), kindOf, taken)] : [];
  });
}

function fieldRule(
  { key, stage, name, criterion }: FieldCheck,
  group: readonly FieldCheck[],
  earlier: readonly string[],
  kindOf: (field: string) => FieldKind,
  taken: Set<string>,
): CompiledRule {
  return {
    object: 'Opportunity',
    name: ruleName(key, group.map((check) => check.dealType).join('_'), taken),
    description: `Check ${key} of the playbook, compiled: a rule can stand at the field, a check record cannot.`,
    condition: and(
      ...MOVES,
      `NOT(${BYPASS})`,
      or(...group.map((check) => `${OLD_TYPE} = ${quote(check.dealType)}`)),
      `${OLD_STAGE} = ${quote(stage)}`,
      `NOT(${isOneOf(NEW_STAGE, [...earlier, LOST])})`,
      criterionFails(criterion, kindOf(criterion.field)),
    ),
    message: {
      en: cut(`Before this opportunity leaves its stage: ${name.en}.`),
      zh: cut(`离开该阶段之前：${name.zh}。`),
    },
    ...(criterion.field.includes('.') ? {} : { errorField: criterion.field }),
  };
}

function earlierStages(check: FieldCheck, lists: readonly StageList[]): string[] {
  const stages = lists.find((list) => list.dealType === check.dealType)?.stages ?? [];
  const place = stages.indexOf(check.stage);
  if (place < 0) throw new RangeError(`Check ${check.key}: ${check.dealType} has no opportunity stage ${check.stage}.`);
  return stages.slice(0, place);
}

/** Two criteria under one key get the deal type into the name; a name that is still taken or too long is an error. */
function ruleName(key: string, dealTypes: string, taken: Set<string>): string {
  const plain = `MF_Field_${key.replace(/[^A-Za-z0-9]+/g, '_').replace(/_$/, '')}`;
  const name = taken.has(plain) ? `${plain}_${dealTypes}` : plain;
  if (name.length > MAX_NAME || taken.has(name))
    throw new RangeError(
      `Check ${key}: expected a key that gives a rule name of its own with at most ${MAX_NAME} characters, got ${name}.`,
    );
  taken.add(name);
  return name;
}

function cut(text: string): string {
  return text.length <= MAX_MESSAGE ? text : `${text.slice(0, MAX_MESSAGE - 1)}…`;
}
