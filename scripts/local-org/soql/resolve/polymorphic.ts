import type { Field, SObjectType } from '../../schema/model.ts';
import type { Resolved } from './expression.ts';
import { fieldExpression, type Step } from './field-expression.ts';
import type { Resolution } from './resolution.ts';
import { joined, raw, sql, type Sql } from './sql.ts';
import { column, type TableRef, type Tables } from './tables.ts';

/** What the platform's Name object offers on a relationship that leads to several objects. */
const NAME_FIELDS = new Set(
  [
    'Id',
    'Name',
    'FirstName',
    'LastName',
    'Alias',
    'Title',
    'Email',
    'Phone',
    'Username',
    'IsActive',
    'UserRoleId',
    'ProfileId',
  ].map((name) => name.toLowerCase()),
);

/** `Owner.Name`, `What.Type`: the first object that has a row answers. */
export function polymorphicField(
  resolution: Resolution,
  tables: Tables,
  child: TableRef,
  step: Step,
  name: string,
): Resolved | undefined {
  if (name.toLowerCase() === 'type')
    return { sql: typeOf(column(child, step.field), step.targets), type: 'string', name: 'Type', aggregate: false };
  if (!NAME_FIELDS.has(name.toLowerCase())) return undefined;
  const found = step.targets
    .map((target) => ({ target, field: fieldNamed(target, name) }))
    .filter((each): each is { target: SObjectType; field: Field } => each.field !== undefined);
  const [first] = found;
  if (!first) return undefined;
  const values = found.map(({ target, field }) =>
    fieldExpression(resolution, tables, tables.parent(child, step.field, target), field),
  );
  const expression = values.length === 1 ? joined(values, '') : sql`coalesce(${joined(values, ', ')})`;
  return {
    sql: expression,
    type: first.field.type,
    field: first.field,
    name: canonical(first.field, name),
    aggregate: false,
  };
}

/** Every object answers to Name with its own name field, whatever that is called. */
function fieldNamed(type: SObjectType, name: string): Field | undefined {
  return name.toLowerCase() === 'name' ? type.fields.find((field) => field.nameField) : type.field(name);
}

function canonical(field: Field, asked: string): string {
  return asked.toLowerCase() === 'name' ? 'Name' : field.name;
}

function typeOf(id: Sql, targets: readonly SObjectType[]): Sql {
  const cases = targets.map((target) => raw(`WHEN '${target.keyPrefix}' THEN '${target.name}'`));
  return sql`CASE substr(${id}, 1, 3) ${joined(cases, ' ')} END`;
}
