import type { Field, FieldType, Schema, SObjectType } from '../schema/model.ts';
import type { FormulaScope, FormulaType, ResolvedReference } from './contract.ts';

const TYPES: Readonly<Partial<Record<FieldType, FormulaType>>> = {
  id: 'Id',
  reference: 'Id',
  string: 'Text',
  textarea: 'Text',
  combobox: 'Text',
  email: 'Text',
  phone: 'Text',
  url: 'Text',
  picklist: 'Picklist',
  multipicklist: 'MultiPicklist',
  boolean: 'Boolean',
  int: 'Number',
  double: 'Number',
  currency: 'Number',
  percent: 'Number',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
};
const UNSUPPORTED: Readonly<Partial<Record<FieldType, string>>> = { encryptedstring: 'Text (Encrypted)' };

export const formulaType = (type: FieldType): FormulaType | undefined => TYPES[type];

/** The platform follows at most ten relationships from a formula. */
const MAX_STEPS = 10;

export interface LocatedField {
  /** The object that has the field. */
  readonly owner: SObjectType;
  readonly field: Field;
  /** Canonical names. */
  readonly path: readonly string[];
}

/** Follows relationship names to a field. Undefined when a name on the way does not exist. */
export function locateField(schema: Schema, type: SObjectType, path: readonly string[]): LocatedField | undefined {
  if (path.length > MAX_STEPS + 1) return undefined;
  const canonical: string[] = [];
  let owner = type;
  for (const name of path.slice(0, -1)) {
    const step = follow(schema, owner, name);
    if (!step) return undefined;
    canonical.push(step.name);
    owner = step.target;
  }
  const field = owner.field(path.at(-1) ?? '');
  return field && { owner, field, path: [...canonical, field.name] };
}

export function resolvePath(
  schema: Schema,
  type: SObjectType,
  path: readonly string[],
  context: FormulaScope['context'],
): ResolvedReference | undefined {
  const located = locateField(schema, type, path);
  return located && describeField(located, context);
}

/** `Account`, `Deal__r`, or `Owner:User` where a relationship has several targets: there the name alone is not enough. */
function follow(schema: Schema, from: SObjectType, name: string): { name: string; target: SObjectType } | undefined {
  const [relationship = '', wanted] = name.split(':');
  const reference = from.relationship(relationship)?.reference;
  if (!reference) return undefined;
  if (wanted === undefined && reference.to.length > 1) return undefined;
  const objectName =
    wanted === undefined ? reference.to[0] : reference.to.find((one) => one.toLowerCase() === objectOf(wanted));
  const target = objectName === undefined ? undefined : schema.object(objectName);
  if (!target) return undefined;
  const suffix = reference.to.length > 1 ? `:${target.name}` : '';
  return { name: reference.relationshipName + suffix, target };
}

/** Formulas call a queue by its own name, the schema by its object's. */
const objectOf = (domain: string): string => (domain.toLowerCase() === 'queue' ? 'group' : domain.toLowerCase());

const LONG_TEXT = 255;

function coordinates({ compound }: Field, path: readonly string[]): readonly [readonly string[], readonly string[]] {
  const part = (key: string): readonly string[] => [...path.slice(0, -1), compound?.[key] ?? ''];
  return [part('latitude'), part('longitude')];
}

/** How a formula reads the field. */
export function describeField({ field, path }: LocatedField, context: FormulaScope['context']): ResolvedReference {
  if (field.type === 'location') return { type: 'Number', path, location: coordinates(field, path) };
  const type = formulaType(field.type);
  if (!type) return { type: 'Text', path, unsupported: UNSUPPORTED[field.type] ?? field.type };
  const long = field.type === 'textarea' && (field.length ?? 0) > LONG_TEXT;
  if (long && context === 'field') return { type, path, unsupported: 'Long Text Area' };
  const scale = field.scale === undefined ? {} : { scale: field.scale };
  return { type, path, ...scale, ...(field.type === 'percent' && { percent: true }) };
}
