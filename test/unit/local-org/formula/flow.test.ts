import { describe, expect, it } from 'vitest';

import { buildSchema } from '../../../../scripts/local-org/schema/build.ts';
import { compileFlowFormula } from '../../../../scripts/local-org/formula/compile-flow-formula.ts';
import type { FormulaValue } from '../../../../scripts/local-org/formula/contract.ts';
import { flowScope, type FlowName, type FlowNames } from '../../../../scripts/local-org/formula/flow-scope.ts';
import { environmentOf } from './formula-under-test.ts';

const schema = buildSchema([], 1);
const opportunity = schema.object('Opportunity');
const own: readonly FlowName[] = [
  { name: 'varCount', type: 'Number', scale: 0 },
  { name: 'Get_Deal', ...(opportunity && { object: opportunity }) },
];
const names: FlowNames = {
  schema,
  recordType: opportunity,
  knowsChanges: true,
  find: (name) => own.find((each) => each.name.toLowerCase() === name.toLowerCase()),
};
const scope = flowScope(names);
const compile = (source: string, from = scope) => compileFlowFormula(source, from, { blanks: 'blank' });

const values: Readonly<Record<string, FormulaValue>> = {
  '$Record.StageName': 'Closed Won',
  '$Record__Prior.StageName': 'Prospecting',
  '$Record.Amount': 20,
  '$Record.Probability': 90,
  '$Record.Id': '006D000000IRFmAIAX',
  '$Record.Account.Name': 'Acme',
  varCount: 3,
  'Get_Deal.CloseDate': '2026-03-31',
  '$Flow.CurrentDate': '2026-03-01',
  '$GlobalConstant.True': true,
};
const environment = environmentOf(
  {},
  {
    value: ({ path }) => values[path.join('.')] ?? null,
    prior: ({ path }) => (path.join('.') === '$Record.Amount' ? 10 : null),
  },
);

describe('formulas of flows', () => {
  it('may ask for the prior value where the flow starts, and for changes only where a save sets it off', () => {
    expect(compile('PRIORVALUE({!$Record.Amount})', flowScope(names, true)).evaluate(environment)).toBe(10);
    expect(() => compile('ISNEW()', flowScope({ ...names, knowsChanges: false }))).toThrow(
      'Function ISNEW may not be used in this type of formula',
    );
  });

  it.each([
    ['{!varCount} + 1', 4],
    ['{!VARCOUNT}', 3],
    ['{! varCount } * {!$Record.Amount}', 60],
    ['{!$Record.Probability}', 0.9],
    ['TEXT({!$Record.StageName})', 'Closed Won'],
    ['ISPICKVAL({!$Record__Prior.StageName}, "Prospecting")', true],
    ['{!$Record.Id}', '006D000000IRFmAIAX'],
    ['{!$Record.Account.Name} & " {!varCount}"', 'Acme {!varCount}'],
    ['{!Get_Deal.CloseDate} - {!$Flow.CurrentDate}', 30],
    ['IF({!$GlobalConstant.True}, 1, 2)', 1],
    ['ISBLANK({!Get_Deal.Amount})', true],
    ['ISCHANGED({!$Record.Amount})', true],
  ])('%s is %j', (source, expected) => {
    expect(compile(source).evaluate(environment)).toBe(expected);
  });

  it.each([
    ['{!nope}', 'Field nope does not exist. Check spelling.', 2],
    ['1 + {!nope.Name}', 'Field nope.Name does not exist. Check spelling.', 6],
    ['{!Get_Deal}', 'Field Get_Deal does not exist. Check spelling.', 2],
    ['{!$Flow.Nope}', 'Field $Flow.Nope does not exist. Check spelling.', 2],
    [
      'ISCHANGED({!$Record.Account.Name})',
      'The ISCHANGED function cannot reference the $Record.Account.Name field.',
      12,
    ],
    // Help: Flow Formula Considerations
    ...['PRIORVALUE', 'INCLUDES', 'IMAGE', 'VLOOKUP'].map((name): [string, string, number] => [
      `${name}({!$Record.Amount}, 1)`,
      `Function ${name} may not be used in this type of formula`,
      0,
    ]),
    ['ISCHANGED({!Get_Deal.Amount})', 'The ISCHANGED function cannot reference the Get_Deal.Amount field.', 12],
  ])('%s is refused with: %s', (source, message, position) => {
    expect(() => compile(source)).toThrow(expect.objectContaining({ message, position }));
  });
});
