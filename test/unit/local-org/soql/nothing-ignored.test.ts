import { afterAll, beforeAll, expect, test } from 'vitest';
import { OrgError } from '../../../../scripts/local-org/errors.ts';
import { parseSoql } from '../../../../scripts/local-org/soql/parse/parse-soql.ts';
import { compileSelect } from '../../../../scripts/local-org/soql/resolve/compile-select.ts';
import { FormulaFunctions } from '../../../../scripts/local-org/soql/resolve/formula-functions.ts';
import { Resolution } from '../../../../scripts/local-org/soql/resolve/resolution.ts';
import { randomOf, randomQuery } from './random-query.ts';
import { openSampleOrg, type SampleOrg } from './sample-org.ts';

let org: SampleOrg;
let formulas: FormulaFunctions;
beforeAll(() => {
  org = openSampleOrg();
  // The first query brings the functions that SQL lacks.
  org.query('SELECT Id FROM Site__c');
  formulas = new FormulaFunctions(org.org.store.db);
});
afterAll(() => org.close());

/** Where something stands, and words that say no more than their absence. */
const SILENT = new Set(['at', 'fromAt']);
const ABSENT: readonly unknown[] = [undefined, false, 'plain', 'path', 'literal', 'NULL'];

/** The same tree, which notes what nobody has looked at. */
function watched<T extends object>(node: T, path: string, unread: Set<string>): T {
  for (const [name, value] of Object.entries(node))
    if (typeof value !== 'object' && !SILENT.has(name) && !ABSENT.includes(value)) unread.add(`${path}.${name}`);
  const inside = new Map<string | symbol, object>();
  for (const [name, value] of Object.entries(node))
    if (typeof value === 'object' && value !== null)
      inside.set(name, watched(value as object, `${path}.${name}`, unread));
  return new Proxy(node, {
    get(target, name, receiver): unknown {
      unread.delete(`${path}.${String(name)}`);
      return inside.get(name) ?? Reflect.get(target, name, receiver);
    },
  });
}

/** Undefined when the query is refused; else every part of it that its plan does not depend on. */
function ignored(source: string): string[] | undefined {
  const unread = new Set<string>();
  const given = { source, schema: org.org.schema(), access: org.session().access, enforceAccess: true, tooling: false };
  const resolution = new Resolution({ ...given, formulas, lifted: { key: source, values: [], places: [], ends: [] } });
  try {
    compileSelect(resolution, watched(parseSoql(source), '', unread), false);
  } catch (error) {
    if (error instanceof OrgError) return undefined;
    throw new Error(`Expected an answer or a refusal of ${source}`, { cause: error });
  }
  return [...unread];
}

test('every part of a query is looked at or refused', () => {
  const random = randomOf(20_260_303);
  let taken = 0;
  for (let turn = 0; turn < 3_000; turn++) {
    const soql = randomQuery(random);
    const parts = ignored(soql);
    if (parts === undefined) continue;
    taken++;
    expect({ soql, parts }).toEqual({ soql, parts: [] });
  }
  expect(taken).toBeGreaterThan(150);
});

test('every random query gets records or an error of the platform, and the same one when asked again', () => {
  const random = randomOf(7);
  const answer = (soql: string): string => {
    try {
      return JSON.stringify(org.query(soql));
    } catch (error) {
      if (error instanceof OrgError) return `${error.code}: ${error.message}`;
      throw new Error(`Expected an answer or a refusal of ${soql}`, { cause: error });
    }
  };
  for (let turn = 0; turn < 1_500; turn++) {
    const soql = randomQuery(random);
    const first = answer(soql);
    expect(answer(soql)).toBe(first);
    // Another text for the same question shares no plan of its own with the first.
    if (!first.includes('ERROR at')) expect(answer(`${soql} `)).toBe(first);
  }
});
