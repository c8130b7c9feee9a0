import { compileFormula } from '../formula/compile.ts';
import { objectScope } from '../formula/object-scope.ts';
import type { Schema, SObjectType, ValidationRule } from '../schema/model.ts';
import { bindFormula, type BoundFormula } from './bound-formula.ts';
import { pathTree, prefetch, type PathTree } from './path-tree.ts';
import { RecordView } from './record-view.ts';
import { fail, type SaveItem } from './save-item.ts';
import type { Transaction } from './transaction.ts';

interface CompiledRules {
  readonly rules: readonly { readonly rule: ValidationRule; readonly condition: BoundFormula }[];
  readonly parents: PathTree;
}

const compiledRules = new WeakMap<Schema, WeakMap<SObjectType, CompiledRules>>();

/** The object's own validation rules: every one that fails is reported. */
export function checkRules(tx: Transaction, type: SObjectType, items: readonly SaveItem[]): void {
  const { rules, parents } = rulesOf(tx.schema, type);
  if (rules.length === 0 || items.length === 0) return;
  prefetch(
    tx,
    parents,
    items.map((item) => item.after),
  );
  for (const item of items) {
    const view = new RecordView(tx, type, item.after, { before: item.before });
    for (const { rule, condition } of rules) checkRule(tx, item, view, rule, condition);
  }
}

function checkRule(
  tx: Transaction,
  item: SaveItem,
  view: RecordView,
  rule: ValidationRule,
  condition: BoundFormula,
): void {
  let broken: unknown;
  try {
    broken = condition.run(view);
  } catch (error) {
    // A rule that cannot be worked out refuses the save: it must not let a record pass unchecked.
    if (!(error instanceof Error) || error.name !== 'FormulaRuntimeError') throw error;
    fail(item, 'FORMULA_EXPRESSION_INVALID', `Validation rule ${rule.name} could not be evaluated: ${error.message}`);
    return;
  }
  if (broken !== true) return;
  const message = rule.messageTranslations?.[tx.session.user.language] ?? rule.message;
  fail(item, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, rule.errorField === undefined ? [] : [rule.errorField]);
}

function rulesOf(schema: Schema, type: SObjectType): CompiledRules {
  const ofSchema = compiledRules.get(schema) ?? new WeakMap<SObjectType, CompiledRules>();
  compiledRules.set(schema, ofSchema);
  const known = ofSchema.get(type);
  if (known !== undefined) return known;
  const scope = objectScope(schema, type, 'validation');
  const rules = type.validationRules
    .filter((rule) => rule.active)
    .map((rule) => ({
      rule,
      condition: bindFormula(
        schema,
        type,
        compileFormula(rule.condition, scope, { blanks: 'blank', returnType: 'Boolean' }),
      ),
    }));
  const accessors = rules.flatMap(({ condition }) => condition.accessors);
  const compiled = { rules, parents: pathTree(schema, type, accessors) };
  ofSchema.set(type, compiled);
  return compiled;
}
