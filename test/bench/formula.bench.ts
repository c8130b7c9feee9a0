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
  // The record is in memory for everybody: here by position, by hand and for the others by name.
  const slots = formula.references.map(({ path }) => row[path.join('.')] ?? null);
  const environment: FormulaEnvironment = {
    value: ({ index }) => slots[index] ?? null,
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
const BUDGET_MS = 60;
const ROUNDS = 9;
/** How much slower than code written by hand a formula may be. */
const BY_HAND = 3;

function during(millis: number, evaluate: () => unknown): number {
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < millis) {
    for (let burst = 0; burst < 200; burst += 1) evaluate();
    count += 200;
  }
  return (count / (performance.now() - start)) * 1000;
}

/**
 * A formula is compiled once and evaluated for ever, so each is warm first. All take turns and the best turn of each
 * counts, which is the least disturbed one.
 */
function perSecond(entrants: readonly Entrant[]): number[] {
  for (const { evaluate } of entrants) during(WARM_MS, evaluate);
  const best = entrants.map(() => 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, { evaluate }] of entrants.entries())
      best[index] = Math.max(best[index] ?? 0, during(BUDGET_MS, evaluate));
  }
  return best;
}

interface Entrant {
  readonly name: string;
  readonly evaluate: () => unknown;
}

const entrants = (contest: Contest): Entrant[] => [
  { name: 'ours', evaluate: ours(contest) },
  { name: 'by hand', evaluate: () => contest.byHand(contest.row) },
  { name: 'sformula', evaluate: bySformula(contest) },
  { name: 'formulon', evaluate: byFormulon(contest) },
];

const grouped = (figure: number): string => Math.round(figure).toLocaleString('en-US');

let broken = false;
for (const contest of CONTESTS) {
  const all = entrants(contest);
  const [own = NaN, byHand = NaN, ...others] = perSecond(all);
  const [mine, ...theirs] = all.map(({ evaluate }) => evaluate());
  for (const [index, value] of theirs.entries()) {
    if (value !== mine)
      console.log(`  ${all[index + 1]?.name}: disagrees (${JSON.stringify(value)}, ours ${JSON.stringify(mine)})`);
  }
  const slower = byHand / own;
  broken ||= slower > BY_HAND;
  // How far ahead anything can be is shown by the code by hand.
  const ahead = others
    .map((rate, index) => `${grouped(own / rate)} × ${all[index + 2]?.name} (by hand ${grouped(byHand / rate)} ×)`)
    .join(', ');
  console.log(
    `${contest.name}: ${grouped(own)} evaluations/s, ratio ${slower.toFixed(2)} to code by hand (bound ${BY_HAND}), ${ahead}`,
  );
}
process.exitCode = broken ? 1 : 0;
