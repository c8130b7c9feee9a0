import { compileFormula } from '../../formula/compile.ts';
import type { CompiledFormula, FormulaScope } from '../../formula/contract.ts';
import { objectScope } from '../../formula/object-scope.ts';
import { spanningRelationships } from '../../formula/spanning.ts';
import { OrgError } from '../../errors.ts';
import type { Schema, SObjectType } from '../../schema/model.ts';
import type { RuleContext } from './rule.ts';

/** Relationships that all formulas and rules of one object may cross together. */
const MAX_RELATIONSHIPS = 15;

const crossedBy = new WeakMap<Schema, Map<string, ReadonlySet<string>>>();

/** Reports a formula that crosses relationships where its object crosses too many of them. */
export function checkSpanning(
  context: RuleContext,
  owner: SObjectType,
  kind: 'Formula Field' | 'Validation Rule',
  formula: CompiledFormula | undefined,
  at: { readonly content: object; readonly field: string },
): void {
  const own = formula ? spanningRelationships(formula) : [];
  if (own.length === 0) return;
  const excess = crossed(context.schema, owner).size - MAX_RELATIONSHIPS;
  if (excess <= 0) return;
  context.report(
    `You have reached the maximum number of ${MAX_RELATIONSHIPS} object references on ${owner.label}. ` +
      `You must remove at least ${excess} relationship(s) in order to save this ${kind}. ` +
      `Related objects referenced in this ${kind}: ${own.join(', ')}`,
    at.content,
    at.field,
  );
}

function crossed(schema: Schema, owner: SObjectType): ReadonlySet<string> {
  const known = crossedBy.get(schema) ?? new Map<string, ReadonlySet<string>>();
  crossedBy.set(schema, known);
  const found = known.get(owner.name) ?? new Set(formulasOf(owner).flatMap((one) => spans(schema, owner, ...one)));
  known.set(owner.name, found);
  return found;
}

const formulasOf = (owner: SObjectType): (readonly [string, FormulaScope['context']])[] => [
  ...owner.fields.flatMap(({ custom, formula }) => (custom && formula ? [[formula.source, 'field'] as const] : [])),
  ...owner.validationRules.map(({ condition }) => [condition, 'validation'] as const),
];

/** What does not compile is reported where it stands. */
function spans(schema: Schema, owner: SObjectType, source: string, context: FormulaScope['context']): string[] {
  try {
    return spanningRelationships(compileFormula(source, objectScope(schema, owner, context), { blanks: 'blank' }));
  } catch (error) {
    if (error instanceof OrgError) return [];
    throw error;
  }
}
