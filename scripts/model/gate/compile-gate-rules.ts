import { advanceRules } from './advance-rules.ts';
import { CLOSING_ROLES, closingRules } from './closing-rules.ts';
import type { ClosingRole } from './closing-rules.ts';
import type { CompiledRule } from './compiled-rule.ts';
import type { FieldKind } from './field-criterion.ts';
import { fieldRules } from './field-rules.ts';
import type { FieldCheck } from './field-rules.ts';
import { optInRules } from './opt-in-rules.ts';
import { scopeRules } from './scope-rules.ts';
import type { StageList } from './stage-list.ts';
import { stageOrder } from './stage-order.ts';
import { turnRules } from './turn-rules.ts';

export interface GateSource {
  readonly lists: readonly StageList[];
  readonly fieldChecks: readonly FieldCheck[];
  /** Kind of an opportunity field, as the org describes it. */
  readonly kindOf: (field: string) => FieldKind;
  readonly closingRoles?: readonly ClosingRole[];
}

export interface CompiledGate {
  readonly rules: readonly CompiledRule[];
  /** Formula of the display field with the place of the stage. */
  readonly stageOrder: string;
}

/** Everything in the package's metadata that depends on the playbooks. */
export function compileGate({ lists, fieldChecks, kindOf, closingRoles = CLOSING_ROLES }: GateSource): CompiledGate {
  return {
    rules: [
      ...advanceRules(lists),
      ...turnRules(lists),
      ...optInRules(lists),
      ...scopeRules(lists),
      ...fieldRules(fieldChecks, lists, kindOf),
      ...closingRules(closingRoles),
    ],
    stageOrder: stageOrder(lists, 'TEXT(MF_Deal_Type__c)', 'TEXT(StageName)'),
  };
}
