import { NotSupportedError, OrgError } from '../../errors.ts';
import { compileFormula } from '../../formula/compile.ts';
import { formulaType } from '../../formula/field-path.ts';
import { objectScope } from '../../formula/object-scope.ts';
import type { FieldValue } from '../../org.ts';
import { flagOf, wordOf } from '../../schema/content.ts';
import type { Component, Field, Schema, SObjectType } from '../../schema/model.ts';
import { bindFormula, valueOrBlank } from '../bound-formula.ts';
import { convertValue } from '../convert-value.ts';
import type { RecordView } from '../record-view.ts';
import type { Transaction } from '../transaction.ts';

export interface FieldUpdate {
  readonly field: Field;
  /** Its change has the object's rules looked at once more. */
  readonly reevaluates: boolean;
  value(view: RecordView): FieldValue;
}

/** One field update, compiled. Throws what a deploy reports. */
export function fieldUpdate(schema: Schema, type: SObjectType, component: Component): FieldUpdate {
  const { content } = component;
  if (wordOf(content, 'targetObject')) throw new NotSupportedError('WorkflowFieldUpdate targetObject');
  const name = wordOf(content, 'field') ?? '';
  const field = type.field(name);
  if (field === undefined)
    throw new OrgError('INVALID_FIELD', `In field: field - no CustomField named ${type.name}.${name} found`);
  if (!field.updateable || field.formula || field.summary || field.autoNumber)
    throw new OrgError('INVALID_FIELD', `Field ${type.name}.${field.name} is not editable`);
  return { field, reevaluates: flagOf(content, 'reevaluateOnChange'), value: valueOf(schema, type, field, component) };
}

type Value = FieldUpdate['value'];

function valueOf(schema: Schema, type: SObjectType, field: Field, { content }: Component): Value {
  const operation = wordOf(content, 'operation') ?? '';
  switch (operation) {
    case 'Null':
      return () => (field.type === 'boolean' ? false : null);
    case 'Literal': {
      const value = convertValue(field, wordOf(content, 'literalValue') ?? null);
      return () => value;
    }
    case 'Formula':
      return formulaValue(schema, type, field, wordOf(content, 'formula') ?? '');
    case 'NextValue':
      return (view) => neighbour(field, view.value(field), 1);
    case 'PreviousValue':
      return (view) => neighbour(field, view.value(field), -1);
    case 'LookupValue':
      return lookupValue(type, wordOf(content, 'lookupValueType') ?? '', wordOf(content, 'lookupValue') ?? '');
    default:
      throw new NotSupportedError(`WorkflowFieldUpdate operation ${operation}`);
  }
}

function formulaValue(schema: Schema, type: SObjectType, field: Field, source: string): Value {
  const found = formulaType(field.type);
  const returnType = found === 'Picklist' || found === 'MultiPicklist' || found === 'Id' ? 'Text' : found;
  const options = { blanks: 'blank', percent: field.type === 'percent', ...(returnType && { returnType }) } as const;
  const bound = bindFormula(
    schema,
    type,
    compileFormula(source, objectScope(schema, type, 'workflow'), {
      ...options,
      ...(field.scale !== undefined && { scale: field.scale }),
    }),
  );
  return (view) =>
    convertValue(
      field,
      valueOrBlank(() => bound.run(view), field.type === 'boolean'),
    );
}

/** The picklist's value after or before this one; at its end nothing changes. */
function neighbour(field: Field, value: FieldValue, step: 1 | -1): FieldValue {
  const values = (field.picklist?.values ?? []).filter((one) => one.active).map((one) => one.value);
  return values[values.indexOf(String(value)) + step] ?? value;
}

const TARGETS: Readonly<Record<string, readonly [object: string, column: string]>> = {
  User: ['User', 'Username'],
  Queue: ['Group', 'DeveloperName'],
  RecordType: ['RecordType', 'DeveloperName'],
};

function lookupValue(type: SObjectType, kind: string, name: string): Value {
  const [object, column] = TARGETS[kind] ?? [];
  if (object === undefined || column === undefined)
    throw new NotSupportedError(`WorkflowFieldUpdate lookupValueType ${kind}`);
  return ({ tx }) => tx.once(`workflow ${type.name} ${kind} ${name}`, () => idOf(tx, object, column, name, type.name));
}

function idOf(tx: Transaction, object: string, column: string, name: string, owner: string): string | null {
  const target = tx.schema.object(object);
  const rows = target === undefined ? [] : tx.store.find(target, column, [name]);
  const row = object === 'RecordType' ? rows.find((one) => one['SobjectType'] === owner) : rows[0];
  return typeof row?.Id === 'string' ? row.Id : null;
}
