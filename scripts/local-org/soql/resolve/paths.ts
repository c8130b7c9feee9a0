import { refusedField } from '../../metadata/types/unmodelled.ts';
import type { Field, SObjectType } from '../../schema/model.ts';
import type { PathNode } from '../parse/query-tree.ts';
import type { Resolved } from './expression.ts';
import { fieldExpression, type Step } from './field-expression.ts';
import { polymorphicField } from './polymorphic.ts';
import { unknownField, type Resolution } from './resolution.ts';
import type { TableRef, Tables } from './tables.ts';

/** The platform's limit on steps from child to parent. */
const MOST_STEPS = 5;

/** `Account.Owner.Name` from an object: the relationships and the field at the end, or the platform's error. */
export function resolvePath(resolution: Resolution, tables: Tables, path: PathNode, alias?: string): Resolved {
  const parts = withoutAlias(path.parts, tables.root.type, alias);
  const { table, poly, names } = walk(resolution, tables, path, parts.slice(0, -1));
  const last = parts.at(-1) ?? '';
  if (poly) {
    const field = polymorphicField(resolution, tables, poly.child, poly.step, last);
    if (!field) throw resolution.error('INVALID_FIELD', path.at, unknownField(last, 'Name'));
    return { ...field, name: [...names, field.name].join('.') };
  }
  const field = readableField(resolution, table.type, last, path.at);
  const expression = fieldExpression(resolution, tables, table, field);
  return {
    sql: expression,
    type: field.type,
    field,
    object: table.type,
    aggregate: false,
    name: [...names, field.name].join('.'),
  };
}

/** The object's own name or alias may stand in front. */
function withoutAlias(parts: readonly string[], type: SObjectType, alias: string | undefined): readonly string[] {
  const first = parts[0]?.toLowerCase();
  const isAlias = first === alias?.toLowerCase() || (first === type.name.toLowerCase() && !type.relationship(first));
  return parts.length > 1 && isAlias ? parts.slice(1) : parts;
}

interface Walk {
  readonly table: TableRef;
  /** Set when the last step leads to several objects. */
  readonly poly?: { readonly child: TableRef; readonly step: Step };
  readonly names: readonly string[];
}

export function walk(resolution: Resolution, tables: Tables, path: PathNode, steps: readonly string[]): Walk {
  if (steps.length > MOST_STEPS) {
    const message = `SOQL Child-to-Parent relationship query can not go beyond ${MOST_STEPS} levels`;
    throw resolution.error('MALFORMED_QUERY', path.at, message);
  }
  let table = tables.root;
  const names: string[] = [];
  for (const [index, name] of steps.entries()) {
    const step = stepTo(resolution, table.type, name, path.at);
    names.push(step.field.reference?.relationshipName ?? name);
    const [target] = step.targets;
    if (step.targets.length > 1 || !target) {
      if (index < steps.length - 1)
        throw resolution.error('INVALID_FIELD', path.at, unknownRelationship(steps[index + 1] ?? '', path));
      return { table, poly: { child: table, step }, names };
    }
    table = tables.parent(table, step.field, target);
  }
  return { table, names };
}

export function stepTo(resolution: Resolution, type: SObjectType, name: string, at: number): Step {
  const field = type.relationship(name);
  if (!field?.reference || !resolution.canReadField(type, field.name)) {
    throw resolution.error('INVALID_FIELD', at, unknownRelationship(name));
  }
  const targets = field.reference.to
    .map((target) => resolution.schema.object(target))
    .filter((target) => target !== undefined);
  return { field, targets };
}

export function unknownRelationship(name: string, path?: PathNode): string {
  return (
    `Didn't understand relationship '${name}' in field path${path ? ` ${path.parts.join('.')}` : ''}. If you are attempting to use a ` +
    "custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the " +
    'describe call for the appropriate names.'
  );
}

export function readableField(resolution: Resolution, type: SObjectType, name: string, at: number): Field {
  const field = type.field(name);
  if (field && resolution.canReadField(type, field.name)) return field;
  throw (!field && refusedField(type, name)) || resolution.error('INVALID_FIELD', at, unknownField(name, type.name));
}
