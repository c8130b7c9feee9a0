import { NotSupportedError } from '../../errors.ts';
import type { SObjectType } from '../../schema/model.ts';
import type { PathNode, TypeofItem } from '../parse/query-tree.ts';
import { polymorphicField } from './polymorphic.ts';
import { fieldExpression, type Step } from './field-expression.ts';
import { readableField, stepTo, unknownRelationship } from './paths.ts';
import type { ColumnList, Entry, RecordPlan } from './record-plan.ts';
import { unknownField } from './resolution.ts';
import type { SelectScope } from './select-scope.ts';
import { showOf } from './show-value.ts';
import { column } from './tables.ts';

/** `TYPEOF What WHEN Account THEN Phone ELSE Name END`: the row's own id decides which fields are read. */
export function typeofEntry(scope: SelectScope, columns: ColumnList, item: TypeofItem): Entry {
  const [name = '', ...further] = item.path.parts;
  if (further.length > 0) throw new NotSupportedError(`SOQL TYPEOF of a parent's field (${item.path.parts.join('.')})`);
  const step = stepTo(scope.resolution, scope.type, name, item.path.at);
  if (step.targets.length < 2) throw scope.resolution.error('INVALID_FIELD', item.path.at, unknownRelationship(name));
  const id = columns.add(column(scope.tables.root, step.field));
  const cases = new Map<string, RecordPlan>();
  for (const each of item.cases) {
    const type = step.targets.find((target) => target.name.toLowerCase() === each.object.toLowerCase());
    if (!type)
      throw scope.resolution.error(
        'INVALID_TYPE',
        each.at,
        `sObject type '${each.object}' is not supported in TYPEOF ${name}.`,
      );
    cases.set(type.keyPrefix, casePlan(scope, columns, step, type, each.fields, id));
  }
  const otherwise = item.otherwise.length > 0 ? elsePlan(scope, columns, step, item.otherwise, id) : undefined;
  return { kind: 'typeof', key: step.field.reference?.relationshipName ?? name, id, cases, otherwise };
}

function casePlan(
  scope: SelectScope,
  columns: ColumnList,
  step: Step,
  type: SObjectType,
  paths: readonly PathNode[],
  id: number,
): RecordPlan {
  const table = scope.tables.parent(scope.tables.root, step.field, type);
  const entries = paths.map((path): Entry => {
    const field = readableField(scope.resolution, type, path.parts.join('.'), path.at);
    const expression = fieldExpression(scope.resolution, scope.tables, table, field);
    const what = { sql: expression, type: field.type, field, name: field.name, aggregate: false };
    return { kind: 'value', key: field.name, index: columns.add(expression), show: showOf(what) };
  });
  return { type: type.name, id, entries };
}

function elsePlan(
  scope: SelectScope,
  columns: ColumnList,
  step: Step,
  paths: readonly PathNode[],
  id: number,
): RecordPlan {
  const entries = paths.map((path): Entry => {
    const what = polymorphicField(scope.resolution, scope.tables, scope.tables.root, step, path.parts.join('.'));
    if (!what) throw scope.resolution.error('INVALID_FIELD', path.at, unknownField(path.parts.join('.'), 'Name'));
    return { kind: 'value', key: what.name, index: columns.add(what.sql), show: showOf(what) };
  });
  return { id, entries };
}
