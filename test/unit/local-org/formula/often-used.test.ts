import { describe, expect, it } from 'vitest';

import { compileFormula } from '../../../../scripts/local-org/formula/compile.ts';
import type { CompiledFormula, FormulaScope, FormulaValue } from '../../../../scripts/local-org/formula/contract.ts';
import { environmentOf } from './formula-under-test.ts';

/** Numbers below `limit`, always the same ones. */
function generator(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const FIELDS = {
  Amount: {},
  Cost: { scale: 2 },
  Count: { scale: 0 },
  Rate: { percent: true, scale: 1 },
  Long: { scale: 9 },
};
const SIGNS = ['+', '-', '*', '/', '+', '-', '*'];
const CONDITIONS = ['Amount > 100', 'Cost <= Amount', 'ISBLANK(Count)', 'Kind = "a"', 'Rate * 2 <> 0.5'];

function formula(pick: (limit: number) => number, depth: number): string {
  const one = (): string => formula(pick, depth - 1);
  const of = <T>(list: readonly T[]): T => list[pick(list.length)] as T;
  if (depth === 0) return of([...Object.keys(FIELDS), '0', '0.1', '12.5', '1000', '0.30000000000000000001', '-7']);
  switch (pick(7)) {
    case 0:
      return `IF(${of(CONDITIONS)}, ${one()}, ${one()})`;
    case 1:
      return `ROUND(${one()}, ${pick(4)})`;
    case 2:
      return `TRUNC(${one()}, ${pick(4)})`;
    case 3:
      return `CASE(Kind, "a", ${one()}, "b", ${one()}, "a", 9, ${one()})`;
    case 4:
      return `(${one()}) / ${of(['10', '100', '1', '3', '0'])}`;
    default:
      return `(${one()} ${of(SIGNS)} ${one()})`;
  }
}

const scope: FormulaScope = {
  context: 'validation',
  resolve: ([name = '']) => {
    if (name === 'Kind') return { type: 'Text', path: [name] };
    return name in FIELDS ? { type: 'Number', path: [name], ...FIELDS[name as keyof typeof FIELDS] } : undefined;
  },
};

type Row = Readonly<Record<string, FormulaValue>>;
const NUMBERS = [
  null,
  0,
  1,
  -1,
  0.005,
  2.675,
  -1234.56,
  99.995,
  1e9,
  123_456_789.12,
  1e14,
  9e14,
  0.1234567,
  -0.5,
  1e-7,
];

function row(pick: (limit: number) => number): Row {
  const numbers = Object.keys(FIELDS).map((name): [string, FormulaValue] => [
    name,
    NUMBERS[pick(NUMBERS.length)] ?? null,
  ]);
  return Object.fromEntries([...numbers, ['Kind', ['a', 'b', 'c', null][pick(4)] ?? null]]);
}

function run(compiled: CompiledFormula, row: Row): unknown {
  try {
    return compiled.evaluate({ ...environmentOf({}), value: ({ path }) => row[path[0] ?? ''] ?? null });
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

describe('a formula that is used often', () => {
  it.each(['zero', 'blank'] as const)('gives what it gave at first, with blanks as %s', (blanks) => {
    const pick = generator(blanks === 'zero' ? 1 : 2);
    for (let round = 0; round < 150; round += 1) {
      const source = formula(pick, 1 + (round % 4));
      const [often, once] = [0, 1].map(() => compileFormula(source, scope, { blanks })) as [
        CompiledFormula,
        CompiledFormula,
      ];
      for (let use = 0; use < 100; use += 1) run(often, {});
      const rows = Array.from({ length: 40 }, () => row(pick));
      for (const each of rows)
        expect(run(often, each), `${source} of ${JSON.stringify(each)}`).toEqual(run(once, each));
    }
  });

  it.each([
    ['Amount * 1001 - Amount * 1000', { Amount: 1_234_567_890_123.45 }, 1_234_567_890_123.45],
    ['Count * 0.30000000000000000001 = 0.3', { Count: 1 }, false],
    ['Count * 0.3 = 0.3', { Count: 1 }, true],
    ['0 - Amount * Count', { Amount: 0, Count: -5 }, 0],
  ])('%s stays exact', (source, values, expected) => {
    const compiled = compileFormula(source, scope, { blanks: 'blank' });
    for (let use = 0; use < 102; use += 1) expect(run(compiled, values)).toBe(expected);
  });

  it('may nest as deep as a formula can be, with conditions in conditions', () => {
    const deep = Array.from({ length: 110 }).reduce<string>((inner) => `ROUND(IF(${inner}>0,Cost/3,1),1)`, 'Amount');
    const compiled = compileFormula(deep, scope, { blanks: 'blank' });
    const six = { Amount: 5, Cost: 6 };
    const first = run(compiled, six);
    for (let use = 0; use < 100; use += 1) run(compiled, six);
    expect(first).toBe(2);
    expect(run(compiled, six)).toBe(2);
  });

  it('keeps its words to itself: no text of it becomes code', () => {
    const text = '\\"); throw new Error(\\"out\\"); //';
    const compiled = compileFormula(`IF(Kind = "${text}", "${text}", "\`\${e}")`, scope, { blanks: 'blank' });
    const values = Array.from({ length: 150 }, () => run(compiled, { Kind: 'a' }));
    expect(new Set(values)).toEqual(new Set(['`${e}']));
  });
});
