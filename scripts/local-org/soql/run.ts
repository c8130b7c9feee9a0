import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { OrgError } from '../errors.ts';
import type { Session } from '../org.ts';
import type { QueryOptions, QueryResult, RunQuery } from './contract.ts';
import { type LiftedQuery, liftLiterals } from './lift-literals.ts';
import { markSeen } from './mark-seen.ts';
import { parseSoql } from './parse/parse-soql.ts';
import type { SelectNode } from './parse/query-tree.ts';
import { PlanCache, type Asked, type Plans } from './plan-cache.ts';
import { compileSelect, type CompiledSelect } from './resolve/compile-select.ts';
import { FormulaFunctions } from './resolve/formula-functions.ts';
import { Resolution } from './resolve/resolution.ts';
import { runContext, type RunContext, type Running } from './run-context.ts';
import { readRows, recordsOf } from './run-select.ts';
import { registerSqlFunctions } from './sql-functions.ts';

interface Engine {
  readonly formulas: FormulaFunctions;
  readonly plans: PlanCache;
}

const engines = new WeakMap<DatabaseSync, Engine>();

function engineOf(db: DatabaseSync): Engine {
  let engine = engines.get(db);
  if (!engine) {
    registerSqlFunctions(db);
    engines.set(db, (engine = { formulas: new FormulaFunctions(db), plans: new PlanCache() }));
  }
  return engine;
}

/** Parse, resolve, run. What depends on the text, the schema and the user's rights alone is kept. */
export const runQuery: RunQuery = (session, soql, options) => {
  const engine = engineOf(session.org.store.db);
  const plans = engine.plans.of(session, options);
  const { plan: select, values: literals } = plans.fits(soql) ?? planOf(engine.formulas, plans, session, soql, options);
  const context = runContext(session, literals);
  const values = valuesOf(select, context) ?? refuse(engine.formulas, session, soql, options);
  const running: Running = { context, formulas: engine.formulas, urlBase: options.urlBase };
  return resultOf(running, select, readRows(running, select, context, values));
};

/** What a query would answer, or why it is refused, without running it. */
export function describeQuery(
  session: Session,
  soql: string,
  options: QueryOptions,
): Pick<QueryResult, 'columns' | 'objectName'> & { nested: boolean; clause: string | undefined } {
  const { formulas } = engineOf(session.org.store.db);
  const { select } = compile(formulas, session, soql, liftLiterals(''), options);
  const context = runContext(session, []);
  for (const each of [select, ...select.children.map((child) => child.select)]) each.statement.values(context);
  const { infos: columns, type, children } = select;
  return { columns, objectName: type.name, nested: children.length > 0, clause: notInBulk(parseSoql(soql)) };
}

/** The clause of a query that the Bulk API does not take. */
function notInBulk({ items, offset, groupBy }: SelectNode): string | undefined {
  if (offset !== undefined) return 'OFFSET';
  if (items.some(({ kind }) => kind === 'typeof')) return 'TYPEOF';
  return groupBy.length > 0 ? 'GROUP BY' : undefined;
}

const MOST_GROUPS = 2_000;

function resultOf(running: Running, select: CompiledSelect, rows: unknown[][]): QueryResult {
  const columns = select.infos;
  const objectName = select.type.name;
  if (select.kind === 'count') return { totalSize: Number(rows[0]?.[0]), records: [], columns, objectName };
  if (select.kind === 'aggregate' && rows.length > MOST_GROUPS) throw tooManyGroups();
  const records = recordsOf(running, select, rows);
  if (select.purpose === 'VIEW' || select.purpose === 'REFERENCE') markSeen(running.context, select, records);
  return { totalSize: records.length, records, columns, objectName };
}

/** Groups come in one answer or not at all. */
function tooManyGroups(): OrgError {
  const message = 'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch';
  return new OrgError('EXCEEDED_ID_LIMIT', message);
}

/** Undefined when a value does not fit a plan that was made for other values. */
function valuesOf(select: CompiledSelect, context: RunContext): readonly SQLInputValue[] | undefined {
  try {
    for (const child of select.children) valuesOf(child.select, context);
    return select.statement.values(context);
  } catch (error) {
    if (error instanceof OrgError && context.literals.length > 0) return undefined;
    throw error;
  }
}

/** The error of a value that does not fit, at its place in the query's own text. */
function refuse(formulas: FormulaFunctions, session: Session, soql: string, options: QueryOptions): never {
  const { select } = compile(formulas, session, soql, liftLiterals(''), options);
  select.statement.values(runContext(session, []));
  throw new TypeError(`Expected a refusal of ${soql}`);
}

function planOf(
  formulas: FormulaFunctions,
  plans: Plans,
  session: Session,
  soql: string,
  options: QueryOptions,
): Asked {
  const lifted = liftLiterals(soql);
  let plan = plans.get(lifted.key);
  if (plan !== undefined && lifted.values.length > 0) plans.remember(soql, lifted, plan);
  plan ??= plans.get(soql);
  if (plan === undefined) {
    const { select, shared } = compile(formulas, session, soql, lifted, options);
    plans.keep(shared ? lifted.key : soql, select);
    plan = select;
  }
  return { plan, values: lifted.values };
}

function compile(
  formulas: FormulaFunctions,
  session: Session,
  source: string,
  lifted: LiftedQuery,
  options: QueryOptions,
): { select: CompiledSelect; shared: boolean } {
  const { org, access } = session;
  const node = parseSoql(source);
  const resolution = new Resolution({
    source,
    schema: org.schema(),
    access,
    enforceAccess: options.enforceAccess !== false,
    tooling: options.tooling === true,
    formulas,
    lifted,
  });
  const select = compileSelect(resolution, node, options.all === true);
  return { select, shared: resolution.shared };
}
