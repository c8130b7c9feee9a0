import type { CompiledFormula, FormulaOptions, FormulaScope, FormulaType } from '../../formula/contract.ts';
import { compileFormula } from '../../formula/compile.ts';
import { objectScope } from '../../formula/object-scope.ts';
import { OrgError } from '../../errors.ts';
import type { Field, SObjectType } from '../../schema/model.ts';
import type { RuleContext } from './rule.ts';
import { componentIn } from './rule.ts';
import { unmodelledField, unmodelledObject } from './unmodelled.ts';

/** Reports text that is longer than the platform keeps. */
export function limitText(context: RuleContext, content: object, field: string, max: number, label = field): void {
  const value = (content as Record<string, unknown>)[field];
  if (typeof value !== 'string' || value.length <= max) return;
  context.report(`${label}: data value too large: ${value} (max length=${max})`, content, field);
}

const NAME = /^[A-Za-z](?:_?[A-Za-z0-9])*$/;

/** API names: letters, digits and single underscores, a letter first, no underscore last. */
export function checkName(context: RuleContext, name: string, max: number, label: string): void {
  if (name.length > max) context.report(`${label}: data value too large: ${name} (max length=${max})`);
  if (NAME.test(name)) return;
  context.report(
    `The ${label} can only contain underscores and alphanumeric characters. It must be unique, begin with a letter, not include spaces, not end with an underscore, and not contain two consecutive underscores.`,
  );
}

/** Compiles a formula on an object of the next state and reports its mistake at the field that holds it. */
export function checkFormula(
  context: RuleContext,
  formula: {
    source: string;
    object: SObjectType;
    scope: FormulaScope['context'];
    returns?: FormulaType;
    options?: Partial<FormulaOptions>;
  },
  at: object,
  field: string,
): CompiledFormula | undefined {
  const { source, object, scope, returns, options } = formula;
  try {
    return compileFormula(source, objectScope(context.schema, object, scope), {
      blanks: 'zero',
      returnType: returns,
      ...options,
    });
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    context.report(error.message, at, field);
    return undefined;
  }
}

/** `In field: tab - no CustomTab named X found` when a component that is referred to is not there. */
export function requireComponent(
  context: RuleContext,
  type: string,
  name: string | undefined,
  at: object,
  field: string,
): void {
  if (name === undefined || name === '' || componentIn(context, type, name)) return;
  context.report(`In field: ${field} - no ${type} named ${name} found`, at, field);
}

export function requireObject(context: RuleContext, name: string, at: object, field: string): SObjectType | undefined {
  const type = context.schema.object(name);
  if (!type)
    context.report(unmodelledObject(name) ?? `In field: ${field} - no CustomObject named ${name} found`, at, field);
  return type;
}

/** A field written as `Object.Field`. */
export function requireField(
  context: RuleContext,
  name: string,
  at: object,
  field: string,
): { type: SObjectType; field: Field } | undefined {
  const [objectName = '', fieldName = ''] = name.split('.');
  const type = context.schema.object(objectName);
  const found = type?.field(fieldName);
  if (type && found) return { type, field: found };
  const unmodelled = type ? unmodelledField(type, fieldName) : unmodelledObject(objectName);
  context.report(unmodelled ?? `In field: ${field} - no CustomField named ${name} found`, at, field);
  return undefined;
}

/** Reports each name that stands more than once. */
export function refuseTwice(
  context: RuleContext,
  names: readonly (readonly [string, object])[],
  words: (name: string) => string,
): void {
  const seen = new Set<string>();
  for (const [name, at] of names) {
    if (seen.has(name.toLowerCase())) context.report(words(name), at);
    seen.add(name.toLowerCase());
  }
}

/** The object whose name stands before the dot of a child's full name. */
export function ownerOf(context: RuleContext): SObjectType | undefined {
  const name = context.fullName.slice(0, context.fullName.indexOf('.'));
  const type = context.schema.object(name);
  if (!type) context.report(unmodelledObject(name) ?? `Entity of type 'CustomObject' named '${name}' cannot be found`);
  return type;
}

export const shortName = (fullName: string): string => fullName.slice(fullName.indexOf('.') + 1);
