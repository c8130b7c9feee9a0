import type { DatabaseSync } from 'node:sqlite';
import type { Session } from '../org.ts';
import type { QueryOptions, QueryResult, RunQuery } from './contract.ts';
import { parseSoql } from './parse/parse-soql.ts';
import { compileSelect, type CompiledSelect } from './resolve/compile-select.ts';
import { FormulaFunctions } from './resolve/formula-functions.ts';
import { Resolution } from './resolve/resolution.ts';
import { runContext } from './run-context.ts';
import { readRecords, readRows, type Running } from './run-select.ts';
import { markSeen } from './mark-seen.ts';
import { registerSqlFunctions } from './sql-functions.ts';

const CAPACITY = 1_000;

interface Engine {
  readonly formulas: FormulaFunctions;
  readonly compiled: Map<string, CompiledSelect>;
}

const engines = new WeakMap<DatabaseSync, Engine>();

function engineOf(db: DatabaseSync): Engine {
  let engine = engines.get(db);
  if (!engine) {
    registerSqlFunctions(db);
    engines.set(db, (engine = { formulas: new FormulaFunctions(db), compiled: new Map() }));
  }
  return engine;
}

/** Parse, resolve, run. What depends on the text, the schema and the user's rights alone is kept. */
export const runQuery: RunQuery = (session, soql, options) => {
  const engine = engineOf(session.org.store.db);
  const select = compiled(engine, session, soql, options);
  const running: Running = { context: runContext(session), formulas: engine.formulas, urlBase: options.urlBase };
  return resultOf(running, select);
};

function resultOf(running: Running, select: CompiledSelect): QueryResult {
  const shape = { columns: select.infos, objectName: select.type.name };
  if (select.kind === 'count')
    return { totalSize: Number(readRows(running, select, running.context)[0]?.[0]), records: [], ...shape };
  const records = readRecords(running, select);
  if (select.purpose === 'VIEW' || select.purpose === 'REFERENCE') markSeen(running.context, select, records);
  return { totalSize: records.length, records, ...shape };
}

function compiled(engine: Engine, session: Session, soql: string, options: QueryOptions): CompiledSelect {
  const schema = session.org.schema();
  const enforceAccess = options.enforceAccess !== false;
  const flags = `${options.all === true}/${options.tooling === true}/${enforceAccess ? session.access.fingerprint : ''}`;
  const key = `${schema.version}/${flags}/${soql}`;
  let select = engine.compiled.get(key);
  if (!select) {
    const node = parseSoql(soql);
    const resolution = new Resolution({
      source: soql,
      schema,
      access: session.access,
      enforceAccess: enforceAccess && node.security !== 'SYSTEM_MODE',
      tooling: options.tooling === true,
      formulas: engine.formulas,
    });
    select = compileSelect(resolution, node, options.all === true);
    engine.compiled.set(key, select);
    const [oldest] = engine.compiled.keys();
    if (engine.compiled.size > CAPACITY && oldest !== undefined) engine.compiled.delete(oldest);
  }
  return select;
}
