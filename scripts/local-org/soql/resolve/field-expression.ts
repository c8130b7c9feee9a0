import type { FormulaReference } from '../../formula/contract.ts';
import type { Field, SObjectType } from '../../schema/model.ts';
import { quoted } from '../../store/table-layout.ts';
import { globalValue } from './formula-globals.ts';
import type { Resolution } from './resolution.ts';
import { joined, raw, sql, type Sql } from './sql.ts';
import { column, type TableRef, type Tables } from './tables.ts';

/** One step from child to parent: the reference and the objects it may lead to. */
export interface Step {
  readonly field: Field;
  readonly targets: readonly SObjectType[];
}

/** A stored column, or the call of the formula over the expressions of its references. */
export function fieldExpression(
  resolution: Resolution,
  tables: Tables,
  table: TableRef,
  field: Field,
  inFormula = false,
): Sql {
  if (field.stored) return column(table, field);
  if (field.compound) return compoundExpression(table, field.compound);
  if (!field.formula) return raw('NULL');
  const formula = resolution.formulas.of(resolution.schema, table.type, field);
  const values = formula.references.map((reference) => referenceExpression(resolution, tables, table, reference));
  return sql`${raw(inFormula ? formula.innerName : formula.name)}(${joined(values, ', ')})`;
}

/** All parts as one JSON text; blank when they all are. */
function compoundExpression(table: TableRef, compound: Readonly<Record<string, string>>): Sql {
  const parts = Object.entries(compound).map(([key, name]) => [`'${key}'`, `${table.alias}.${quoted(name)}`] as const);
  const columns = parts.map(([, part]) => part).join(', ');
  return raw(`CASE WHEN coalesce(${columns}) IS NOT NULL THEN json_object(${parts.flat().join(', ')}) END`);
}

/** Formulas run in system context: no field permission is asked. */
function referenceExpression(resolution: Resolution, tables: Tables, from: TableRef, reference: FormulaReference): Sql {
  const [first = ''] = reference.path;
  if (first.toLowerCase() === '$recordtype')
    return referencePath(resolution, tables, from, ['RecordType', ...reference.path.slice(1)]);
  if (first.startsWith('$')) return globalValue(resolution.schema, reference);
  return referencePath(resolution, tables, from, reference.path);
}

function referencePath(resolution: Resolution, tables: Tables, from: TableRef, path: readonly string[]): Sql {
  let table = from;
  for (const part of path.slice(0, -1)) {
    const [name = '', target] = part.split(':');
    const step = table.type.relationship(name);
    const parent = resolution.schema.object(target ?? step?.reference?.to[0] ?? '');
    if (!step || !parent) return raw('NULL');
    table = tables.parent(table, step, parent);
  }
  const field = table.type.field(path.at(-1) ?? '');
  return field ? fieldExpression(resolution, tables, table, field, true) : raw('NULL');
}
