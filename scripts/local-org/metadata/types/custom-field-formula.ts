import type { CustomField } from '@salesforce/types/metadata';
import type { FormulaType } from '../../formula/contract.ts';
import type { SObjectType } from '../../schema/model.ts';
import { checkFormula, shortName } from './common-checks.ts';
import type { RuleContext } from './rule.ts';
import { checkSpanning } from './spanning-limit.ts';

const returns: Readonly<Record<string, FormulaType>> = {
  Checkbox: 'Boolean',
  Currency: 'Number',
  Date: 'Date',
  DateTime: 'DateTime',
  Number: 'Number',
  Percent: 'Number',
  Text: 'Text',
  Time: 'Time',
  TextArea: 'Text',
  LongTextArea: 'Text',
  Email: 'Text',
  Phone: 'Text',
  Url: 'Text',
  Picklist: 'Text',
  MultiselectPicklist: 'Text',
  Lookup: 'Text',
};

export function checkFieldFormulas(field: CustomField, owner: SObjectType, context: RuleContext): void {
  if (field.formula !== undefined) return checkOwn(field, field.formula, owner, context);
  if (field.defaultValue === undefined) return;
  if (field.type === 'Checkbox') {
    if (!/^(true|false)$/i.test(field.defaultValue)) {
      context.report(`Value for 'defaultValue' of a Checkbox must be true or false`, field, 'defaultValue');
    }
    return;
  }
  const formula = {
    source: field.defaultValue,
    object: owner,
    scope: 'default',
    returns: returns[field.type ?? ''],
  } as const;
  checkFormula(context, formula, field, 'defaultValue');
}

function checkOwn(field: CustomField, source: string, owner: SObjectType, context: RuleContext): void {
  const blanks = field.formulaTreatBlanksAs === 'BlankAsBlank' ? 'blank' : 'zero';
  const options = { blanks, scale: field.scale, percent: field.type === 'Percent' } as const;
  const compiled = checkFormula(
    context,
    { source, object: owner, scope: 'field', returns: returns[field.type ?? ''], options },
    field,
    'formula',
  );
  checkSpanning(context, owner, 'Formula Field', compiled, { content: field, field: 'formula' });
  const circle = circleThrough(owner, shortName(context.fullName));
  if (circle) context.report(`Formula refers to itself: ${circle.join(' → ')}`, field, 'formula');
}

/** The way from a formula field back to itself over formulas of the same object. */
function circleThrough(owner: SObjectType, start: string): string[] | undefined {
  const seen = new Set<string>();
  const walk = (name: string, path: readonly string[]): string[] | undefined => {
    for (const next of formulaFieldsIn(owner, name)) {
      if (next.toLowerCase() === start.toLowerCase()) return [...path, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...path, next]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(start, [start]);
}

function formulaFieldsIn(owner: SObjectType, name: string): string[] {
  const source = owner.field(name)?.formula?.source ?? '';
  const words = source.replace(/"(?:[^"\\]|\\.)*"/g, '').match(/(?<![\w.])[A-Za-z]\w*(?![\w.])/g) ?? [];
  return [...new Set(words)].flatMap((word) => (owner.field(word)?.formula ? [owner.field(word)?.name ?? word] : []));
}
