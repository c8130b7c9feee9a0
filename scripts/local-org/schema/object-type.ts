import type { Field, SObjectType } from './model.ts';

/** Adds the two look-ups by name to an object's data. */
export function objectType(data: Omit<SObjectType, 'field' | 'relationship'>): SObjectType {
  const fields = new Map<string, Field>();
  const relationships = new Map<string, Field>();
  for (const field of data.fields) {
    fields.set(field.name.toLowerCase(), field);
    if (field.reference) relationships.set(field.reference.relationshipName.toLowerCase(), field);
  }
  return {
    ...data,
    field: (name) => fields.get(name.toLowerCase()),
    relationship: (name) => relationships.get(name.toLowerCase()),
  };
}
