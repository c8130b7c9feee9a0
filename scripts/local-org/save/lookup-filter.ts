import type { LookupFilter } from '../schema/filter-model.ts';
import type { Field, Schema, SObjectType } from '../schema/model.ts';
import { criteriaTest, type CriteriaTest, type Operand } from './criteria.ts';
import { fieldOperand } from './field-operand.ts';

export interface FilteredLookup {
  /** The field that looks up. */
  readonly field: Field;
  readonly target: SObjectType;
  readonly filter: LookupFilter;
  /** Asked of the record that looks up. */
  readonly allows: CriteriaTest;
}

/** The filter of one lookup field, compiled. Throws what a deploy reports. */
export function filteredLookup(schema: Schema, type: SObjectType, field: Field): FilteredLookup | undefined {
  const filter = field.reference?.filter;
  const target = schema.object(field.reference?.to[0] ?? '');
  if (filter === undefined || target === undefined) return undefined;
  const allows = criteriaTest({
    items: filter.criteria,
    logic: filter.logic,
    caseSensitive: true,
    operand: (name) => operand(schema, type, { field, target }, name),
  });
  return { field, target, filter, allows };
}

/** `Contact.AccountId` stands for the record looked up, `$Source.Account__c` for the one that looks, `$User.Id` for the person. */
function operand(
  schema: Schema,
  type: SObjectType,
  { field, target }: Pick<FilteredLookup, 'field' | 'target'>,
  name: string,
): Operand {
  if (name.startsWith('$Source.')) return fieldOperand(schema, type, name.slice('$Source.'.length));
  if (name.startsWith('$')) return fieldOperand(schema, type, name);
  const own = name.toLowerCase().startsWith(`${target.name.toLowerCase()}.`);
  const found = fieldOperand(schema, target, own ? name.slice(target.name.length + 1) : name);
  const blank = found.field?.type === 'boolean' ? false : null;
  return {
    ...found,
    read(view) {
      const parent = view.parent(field);
      return parent === undefined ? blank : found.read(parent);
    },
  };
}

const required = new WeakMap<Schema, ReadonlyMap<string, readonly FilteredLookup[]>>();

/** The filters that a save must hold to: object name → its required filtered lookups. */
export function requiredFilters(schema: Schema): ReadonlyMap<string, readonly FilteredLookup[]> {
  const known = required.get(schema);
  if (known !== undefined) return known;
  const found = new Map<string, readonly FilteredLookup[]>();
  for (const type of schema.objects) {
    const filters = type.fields.flatMap((field) => {
      const filter = field.reference?.filter;
      return filter === undefined || filter.optional ? [] : (filteredLookup(schema, type, field) ?? []);
    });
    if (filters.length > 0) found.set(type.name, filters);
  }
  required.set(schema, found);
  return found;
}
