import { Builder } from './build/builder.ts';
import { picklistMisused } from './build/complaint.ts';
import type { StaticType, Typed } from './build/typed.ts';
import type { CompiledFormula, FormulaOptions, FormulaScope, FormulaType, FormulaValue } from './contract.ts';
import { FormulaCompileError } from './errors.ts';
import { heated } from './fast/heat.ts';
import { parseFormula } from './syntax/parser.ts';
import { dateTimeToStore, dateToStore, timeToStore } from './value/date.ts';
import { multiply, toNumber, type Numeric } from './value/decimal.ts';
import { roundTo } from './value/rounding.ts';
import type { Value } from './value/value.ts';

const MAX_LENGTH = 3900;
const MAX_COMPILED = 15_000;

/**
 * Compiles a formula where it stands. Throws FormulaCompileError with the platform's words, or
 * NotSupportedError for a function that exists there and not here.
 */
export function compileFormula(source: string, scope: FormulaScope, options: FormulaOptions): CompiledFormula {
  if (source.length > MAX_LENGTH) throw tooLong(source.length);
  const builder = new Builder(scope, options);
  const typed = builder.build(parseFormula(source));
  const type = resultType(typed, options.returnType);
  if (scope.context === 'field' && typed.size > MAX_COMPILED) throw tooBig(typed.size);
  return {
    type,
    references: builder.references.all,
    compiledSize: typed.size,
    deterministic: !builder.volatile,
    evaluate: heated(typed, options.blanks, finisher(typed.type, options)),
  };
}

const count = (number: number): string => number.toLocaleString('en-US');

const tooLong = (length: number): FormulaCompileError =>
  new FormulaCompileError(
    `Formula is too long (${count(length)} characters).  Maximum length is ${count(MAX_LENGTH)} characters`,
    0,
  );

const tooBig = (size: number): FormulaCompileError =>
  new FormulaCompileError(
    `Compiled formula is too big to execute (${count(size)} characters). Maximum size is ${count(MAX_COMPILED)} characters`,
    0,
  );

function resultType(typed: Typed, declared: FormulaType | undefined): FormulaType {
  if (typed.type === 'Picklist' || typed.type === 'MultiPicklist') throw picklistMisused(typed);
  if (typed.type === 'Location' || typed.type === 'Column')
    throw mismatch(typed.type, declared ?? 'Text', typed.node.at);
  if (declared === undefined || typed.type === 'Null') return declared ?? typed.type;
  const holdsText = declared === 'Id' || declared === 'Picklist' || declared === 'MultiPicklist';
  if (typed.type !== (holdsText ? 'Text' : declared)) throw mismatch(typed.type, declared, typed.node.at);
  return declared;
}

const mismatch = (actual: StaticType, declared: FormulaType, at: number): FormulaCompileError =>
  new FormulaCompileError(
    `Formula result is data type (${actual}), incompatible with expected data type (${declared}).`,
    at,
  );

/** From the engine's representation to the contract's. A checkbox is never blank. */
function finisher(type: StaticType, options: FormulaOptions): (value: Value) => FormulaValue {
  switch (type) {
    case 'Boolean':
      return (value) => value === true;
    case 'Number':
      return (value) => (value === null ? null : finishNumber(value as Numeric, options));
    case 'Date':
      return stored(dateToStore);
    case 'DateTime':
      return stored(dateTimeToStore);
    case 'Time':
      return stored(timeToStore);
    default:
      return (value) => value as FormulaValue;
  }
}

function finishNumber(value: Numeric, { scale, percent }: FormulaOptions): number {
  const stored = percent ? multiply(value, 100) : value;
  return toNumber(scale === undefined ? stored : roundTo(stored, scale, 'half-up'));
}

const stored = (convert: (value: number) => string) => (value: Value) =>
  value === null ? null : convert(value as number);
