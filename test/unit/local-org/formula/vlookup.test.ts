import { describe, expect, it } from 'vitest';

import { compileFormula } from '../../../../scripts/local-org/formula/compile.ts';
import type { FormulaScope, FormulaValue } from '../../../../scripts/local-org/formula/contract.ts';
import { objectScope } from '../../../../scripts/local-org/formula/object-scope.ts';
import { buildSchema } from '../../../../scripts/local-org/schema/build.ts';
import { component } from '../schema/component-samples.ts';
import { environmentOf } from './formula-under-test.ts';

const field = (name: string, content: object) => component('CustomField', name, { label: name, ...content });
const object = (name: string) =>
  component('CustomObject', name, {
    label: name,
    pluralLabel: name,
    sharingModel: 'ReadWrite',
    nameField: { type: 'Text', label: 'Name' },
  });
const schema = buildSchema(
  [
    object('City__c'),
    field('City__c.Code__c', { type: 'Text', length: 20 }),
    field('City__c.Tax__c', { type: 'Percent', precision: 5, scale: 2 }),
    field('City__c.Open__c', { type: 'Checkbox' }),
    field('City__c.Rent__c', { type: 'Currency', precision: 16, scale: 2 }),
    field('City__c.Kind__c', { type: 'Picklist' }),
    field('City__c.Doubled__c', { type: 'Number', precision: 5, scale: 2, formula: 'Tax__c * 2' }),
    object('Visit__c'),
  ],
  1,
);

function run(
  source: string,
  rows: Readonly<Record<string, FormulaValue>>,
  context: FormulaScope['context'] = 'validation',
) {
  const visit = schema.object('Visit__c');
  if (!visit) throw new Error('Expected Visit__c');
  const formula = compileFormula(source, objectScope(schema, visit, context), { blanks: 'blank' });
  const lookUp = ({ path }: { path: readonly string[] }, name: string) => rows[`${path.join('.')} of ${name}`] ?? null;
  return formula.evaluate({ ...environmentOf({ Name: { type: 'Text', value: 'Wuhan' } }), lookUp });
}

const of = (column: string, by = '$ObjectType.City__c.Fields.Name', value = 'Name') =>
  `VLOOKUP($ObjectType.City__c.Fields.${column}, ${by}, ${value})`;

describe('VLOOKUP', () => {
  const rows = {
    '$ObjectType.City__c.Fields.Code__c of Wuhan': 'WUH',
    '$ObjectType.City__c.Fields.Tax__c of Wuhan': 13,
    '$ObjectType.City__c.Fields.Open__c of Wuhan': true,
    '$ObjectType.City__c.Fields.Kind__c of Wuhan': 'Capital',
  };

  it.each([
    [of('Code__c'), 'WUH'],
    [of('code__C', '$objecttype.city__c.fields.NAME'), 'WUH'],
    [of('Tax__c'), 0.13],
    [of('Open__c'), true],
    [`TEXT(${of('Kind__c')})`, 'Capital'],
    [of('Code__c', undefined, '"Peking"'), null],
    [of('Open__c', undefined, '"Peking"'), false],
    [of('Code__c', undefined, 'null'), null],
  ])('%s is %j', (source, expected) => {
    expect(run(source, rows)).toBe(expected);
  });

  const wrong = "Incorrect argument type for function 'VLOOKUP()'.";
  it.each([
    [of('Rent__c'), wrong],
    [of('Doubled__c'), wrong],
    [of('Code__c', '$ObjectType.City__c.Fields.Code__c'), wrong],
    [of('Code__c', '$ObjectType.Visit__c.Fields.Name'), wrong],
    ['VLOOKUP(Name, $ObjectType.City__c.Fields.Name, Name)', wrong],
    ['VLOOKUP($ObjectType.Account.Fields.Phone, $ObjectType.Account.Fields.Name, Name)', wrong],
    [
      of('Code__c', undefined, '7'),
      "Incorrect parameter type for function 'VLOOKUP()'. Expected Text, received Number",
    ],
    ['VLOOKUP(Name)', "Incorrect number of parameters for function 'VLOOKUP()'. Expected 3, received 1"],
    [of('Gone__c'), 'Field $ObjectType.City__c.Fields.Gone__c does not exist. Check spelling.'],
    ['$ObjectType.City__c.Fields.Code__c & "x"', "Incorrect argument type for operator '&'."],
    ['LEN($ObjectType.City__c.Fields.Code__c)', "Incorrect argument type for function 'LEN()'."],
    [
      '$ObjectType.City__c.Fields.Code__c',
      'Formula result is data type (Column), incompatible with expected data type (Text).',
    ],
  ])('%s is refused with: %s', (source, message) => {
    expect(() => run(source, {})).toThrow(expect.objectContaining({ name: 'FormulaCompileError', message }));
  });

  it.each(['field', 'workflow', 'flow', 'default'] as const)('has no place in a %s formula', (context) => {
    expect(() => run(of('Code__c'), {}, context)).toThrow('Function VLOOKUP may not be used in this type of formula');
  });
});
