import { expect } from 'vitest';

import { compileFormula } from '../../../../scripts/local-org/formula/compile.ts';
import type {
  CompiledFormula,
  FormulaEnvironment,
  FormulaOptions,
  FormulaScope,
  FormulaType,
  FormulaValue,
  ResolvedReference,
} from '../../../../scripts/local-org/formula/contract.ts';

export interface FieldUnderTest {
  readonly type: FormulaType;
  readonly value?: FormulaValue;
  readonly prior?: FormulaValue;
  readonly percent?: boolean;
}
export type Fields = Readonly<Record<string, FieldUnderTest>>;

/** A scope of dotted names, as an object or a flow would offer it. */
export function scopeOf(fields: Fields, context: FormulaScope['context'] = 'validation'): FormulaScope {
  return {
    context,
    resolve(path): ResolvedReference | undefined {
      const wanted = path.join('.').toLowerCase();
      const found = Object.entries(fields).find(([name]) => name.toLowerCase() === wanted);
      return found && { type: found[1].type, path: found[0].split('.'), ...(found[1].percent && { percent: true }) };
    },
  };
}

export function environmentOf(fields: Fields, changes: Partial<FormulaEnvironment> = {}): FormulaEnvironment {
  const field = (path: readonly string[]) => fields[path.join('.')];
  return {
    value: ({ path }) => field(path)?.value ?? null,
    prior: ({ path }) => field(path)?.prior ?? null,
    isNew: false,
    isClone: false,
    now: Date.UTC(2026, 2, 14, 20, 30, 15, 250),
    timeZone: 'Asia/Shanghai',
    language: 'en_US',
    ...changes,
  };
}

export interface Setting {
  readonly fields?: Fields;
  readonly context?: FormulaScope['context'];
  readonly options?: Partial<FormulaOptions>;
  readonly environment?: Partial<FormulaEnvironment>;
}

export function compile(source: string, { fields = {}, context, options }: Setting = {}): CompiledFormula {
  return compileFormula(source, scopeOf(fields, context), { blanks: 'blank', ...options });
}

export function evaluate(source: string, setting: Setting = {}): FormulaValue {
  const formula = compile(source, setting);
  const environment = environmentOf(setting.fields ?? {}, setting.environment);
  const first = outcome(() => formula.evaluate(environment));
  for (let use = 0; use < OFTEN; use += 1) outcome(() => formula.evaluate(environment));
  expect(
    outcome(() => formula.evaluate(environment)),
    `${source} when it is used often`,
  ).toEqual(first);
  if (first.error !== undefined) throw first.error;
  return first.value ?? null;
}

/** After so many uses a formula runs as code of its own. */
const OFTEN = 100;

function outcome(evaluated: () => FormulaValue): { value?: FormulaValue; error?: Error } {
  try {
    return { value: evaluated() };
  } catch (error) {
    if (error instanceof Error) return { error };
    throw error;
  }
}

/** The complaint about a formula and where it points. */
export function complaint(source: string, setting: Setting = {}): { message: string; position: number } {
  try {
    compile(source, setting);
  } catch (error) {
    if (error instanceof Error && 'position' in error)
      return { message: error.message, position: Number(error.position) };
    throw error;
  }
  throw new Error(`Expected ${source} to be refused`);
}
