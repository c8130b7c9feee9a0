/**
 * Evaluations per second of the same formulas by this engine, by two public ones and by TypeScript written by
 * hand. Run it alone: `npx node test/bench/formula.bench.ts`. An engine that does not agree is shown as such.
 */
import { parse as formulon } from 'formulon';
import { parseSync as sformula } from 'sformula';

import { compileFormula } from '../../scripts/local-org/formula/compile.ts';
import type {
  FormulaEnvironment,
  FormulaScope,
  FormulaType,
  FormulaValue,
} from '../../scripts/local-org/formula/contract.ts';

type Row = Readonly<Record<string, FormulaValue>>;

interface Contest {
  readonly name: string;
  readonly source: string;
  readonly types: Readonly<Record<string, FormulaType>>;
  readonly row: Row;
  byHand(row: Row): FormulaValue;
}

const STAGES = ['Qualify', 'Demo', 'Tender', 'Sign', 'Won'];

const CONTESTS: readonly Contest[] = [
  {
    name: 'rule: one step at a time',
    source: `AND(NOT(ISBLANK(Deal__c)), OR(Amount__c > 100000, CONTAINS(Name__c, "Gov")),
      CASE(Stage__c, ${STAGES.map((stage, index) => `"${stage}", ${index}`).join(', ')}, -1)
      <> CASE(Before__c, ${STAGES.map((stage, index) => `"${stage}", ${index}`).join(', ')}, -1) + 1)`,
    types: { Deal__c: 'Text', Amount__c: 'Number', Name__c: 'Text', Stage__c: 'Text', Before__c: 'Text' },
    row: { Deal__c: 'a01', Amount__c: 250_000.5, Name__c: 'Acme Gov 7', Stage__c: 'Sign', Before__c: 'Demo' },
    byHand: (row) =>
      row['Deal__c'] !== null &&
      (Number(row['Amount__c']) > 100_000 || String(row['Name__c']).includes('Gov')) &&
      STAGES.indexOf(String(row['Stage__c'])) !== STAGES.indexOf(String(row['Before__c'])) + 1,
  },
  {
    name: 'money: weighted margin',
    source: 'ROUND((Amount__c - Cost__c) * Rate__c / 100 + IF(Amount__c > 1000, 12.5, 0), 2)',
    types: { Amount__c: 'Number', Cost__c: 'Number', Rate__c: 'Number' },
    row: { Amount__c: 1234.56, Cost__c: 1000.01, Rate__c: 37.5 },
    byHand: (row) => {
      const [amount, cost, rate] = [Number(row['Amount__c']), Number(row['Cost__c']), Number(row['Rate__c'])];
      return Math.round((((amount - cost) * rate) / 100) * 100 + (amount > 1000 ? 1250 : 0)) / 100;
    },
  },
  {
    name: 'text: a key',
    source: 'UPPER(LEFT(Name__c, 3)) & "-" & LPAD(Code__c, 6, "0") & IF(LEN(Name__c) > 5, "-L", "-S")',
    types: { Name__c: 'Text', Code__c: 'Text' },
    row: { Name__c: 'Midfield', Code__c: '4711' },
    byHand: (row) => {
      const name = String(row['Name__c']);
      return `${name.slice(0, 3).toUpperCase()}-${String(row['Code__c']).padStart(6, '0')}${name.length > 5 ? '-L' : '-S'}`;
    },
  },
];

function ours({ source, types, row }: Contest): () => FormulaValue {
  const scope: FormulaScope = {
    context: 'validation',
    resolve: ([name = '']) => (types[name] ? { type: types[name], path: [name] } : undefined),
  };
  const formula = compileFormula(source, scope, { blanks: 'blank' });
  const names = formula.references.map(({ path }) => path.join('.'));
  const environment: FormulaEnvironment = {
    value: ({ index }) => row[names[index] ?? ''] ?? null,
    prior: () => null,
    isNew: false,
    isClone: false,
    now: Date.now(),
    timeZone: 'UTC',
    language: 'en_US',
  };
  return () => formula.evaluate(environment);
}

function bySformula({ source, types, row }: Contest): () => unknown {
  const inputTypes = Object.fromEntries(
    Object.entries(types).map(([name, type]) => [
      name,
      type === 'Number' ? ({ type: 'number', precision: 18, scale: 4 } as const) : ({ type: 'string' } as const),
    ]),
  );
  const formula = sformula(source, { inputTypes });
  return (): unknown => formula.evaluate({ ...row });
}

/** It has no compile step: each evaluation reads the source. */
function byFormulon({ source, types, row }: Contest): () => unknown {
  const fields = Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const numeric = types[name] === 'Number';
      const [length = '', decimals = ''] = String(value).split('.');
      const options = numeric ? { length: length.length, scale: decimals.length } : { length: String(value).length };
      return [name, { type: 'literal', dataType: numeric ? 'number' : 'text', value: String(value), options }];
    }),
  );
  return () => {
    const { dataType, value } = formulon(source, fields);
    return dataType === 'number' ? Number(value) : value;
  };
}

const WARM_MS = 200;
const BUDGET_MS = 150;
const ROUNDS = 5;

function during(millis: number, evaluate: () => unknown): number {
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < millis) {
    for (let burst = 0; burst < 20; burst += 1) evaluate();
    count += 20;
  }
  return (count / (performance.now() - start)) * 1000;
}

/** A formula is compiled once and evaluated for ever, so each is warm first; the best round is the least disturbed one. */
function perSecond(evaluate: () => unknown): number {
  during(WARM_MS, evaluate);
  return Math.max(...Array.from({ length: ROUNDS }, () => during(BUDGET_MS, evaluate)));
}

function entrants(contest: Contest): [string, () => unknown][] {
  return [
    ['by hand', () => contest.byHand(contest.row)],
    ['sformula', bySformula(contest)],
    ['formulon', byFormulon(contest)],
  ];
}

for (const contest of CONTESTS) {
  const own = ours(contest);
  const rate = perSecond(own);
  console.log(`${contest.name}: ${Math.round(rate).toLocaleString('en-US')} evaluations/s`);
  for (const [name, evaluate] of entrants(contest)) {
    const [theirs, mine] = [evaluate(), own()];
    if (theirs !== mine) console.log(`  ${name}: disagrees (${JSON.stringify(theirs)}, ours ${JSON.stringify(mine)})`);
    console.log(`  ${(rate / perSecond(evaluate)).toFixed(3)} × ${name}`);
  }
}
