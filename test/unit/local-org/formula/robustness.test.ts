import { describe, expect, it } from 'vitest';

import { FUNCTIONS } from '../../../../scripts/local-org/formula/functions/registry.ts';
import { compile, evaluate, type Fields } from './formula-under-test.ts';

const fields: Fields = {
  Number__c: { type: 'Number', value: 2 },
  Huge__c: { type: 'Number', value: 999_999_999_999_999 },
  Negative__c: { type: 'Number', value: -1234.5678 },
  Blank__c: { type: 'Number' },
  Text__c: { type: 'Text', value: 'ab' },
  Date__c: { type: 'Date', value: '2026-03-31' },
  Start__c: { type: 'DateTime', value: '2026-03-31T18:30:00.000Z' },
  Time__c: { type: 'Time', value: '10:00:00.000' },
  Box__c: { type: 'Boolean', value: true },
  Pick__c: { type: 'Picklist', value: 'A' },
  Multi__c: { type: 'MultiPicklist', value: 'A;B' },
};
const ATOMS = [...Object.keys(fields), '1', '0.5', '"x"', "''", 'null', 'true', 'GEOLOCATION(1, 2)'];
const OPERATORS = ['+', '-', '*', '/', '^', '&', '=', '<>', '<', '>=', '&&', '||'];

/** What may come out of a formula that a person got wrong. */
const EXPECTED_ERRORS = ['FormulaCompileError', 'FormulaRuntimeError', 'NotSupportedError'];

function outcome(source: string): string {
  try {
    const value = evaluate(source, { fields, context: 'validation' });
    return value === null ? 'blank' : typeof value;
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown';
  }
}

/** A value, checked against the type the compiler promised. */
function promised(source: string): boolean {
  const { type } = compile(source, { fields });
  const value = evaluate(source, { fields });
  if (value === null) return true;
  if (type === 'Number') return typeof value === 'number' && Number.isFinite(value);
  if (type === 'Boolean') return typeof value === 'boolean';
  const shapes = {
    Date: /^\d{4}-\d\d-\d\d$/,
    DateTime: /^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/,
    Time: /^[\d:.]{12}$/,
    Text: /[^]/,
  };
  return typeof value === 'string' && (shapes as Record<string, RegExp>)[type]?.test(value) === true;
}

const sound = (source: string): boolean => {
  const kind = outcome(source);
  return EXPECTED_ERRORS.includes(kind) || (kind !== 'unknown' && !kind.endsWith('Error') && promised(source));
};

describe('every combination a person can write', () => {
  it('of operator and operands gives a value of the promised type or a complaint', () => {
    const sources = ATOMS.flatMap((a) => OPERATORS.flatMap((operator) => ATOMS.map((b) => `${a} ${operator} ${b}`)));
    expect(sources.filter((source) => !sound(source))).toEqual([]);
  });

  it('of function and arguments gives a value of the promised type or a complaint', () => {
    const argumentLists = ['', ...ATOMS, ...ATOMS.flatMap((a) => ATOMS.map((b) => `${a}, ${b}`))];
    const triples = ATOMS.flatMap((a) => ['Number__c', '"x"', 'null', 'Blank__c'].map((b) => `${a}, ${b}, ${b}`));
    const sources = [...FUNCTIONS.keys()].flatMap((name) =>
      [...argumentLists, ...triples].map((list) => `${name}(${list})`),
    );
    expect(sources.filter((source) => !sound(source))).toEqual([]);
  });

  it('of tokens in any order is read or refused, never a crash', () => {
    const tokens = [
      '(',
      ')',
      ',',
      '+',
      '-',
      '!',
      'NOT',
      'IF(',
      'CASE(',
      '"',
      "'",
      '/*',
      '*/',
      '1',
      'Text__c',
      '{!',
      '[',
      '\\',
      '$User',
      '.',
      '招',
    ];
    let state = 7;
    const next = () => (state = (state * 48_271) % 2_147_483_647);
    const soups = Array.from({ length: 3000 }, () =>
      Array.from({ length: 1 + (next() % 12) }, () => tokens[next() % tokens.length]).join(' '),
    );
    expect(
      soups.filter((source) => outcome(source) === 'unknown' || /^(Type|Range|Syntax)Error$/.test(outcome(source))),
    ).toEqual([]);
  });
});
