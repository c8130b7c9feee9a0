import type { Field, Schema, SObjectType } from '../schema/model.ts';

export interface Master {
  readonly field: Field;
  readonly type: SObjectType;
}

/** The records that decide over a record which is controlled by its parent: all of them must allow it. */
export function mastersOf(schema: Schema, type: SObjectType): Master[] {
  const details = type.fields.filter((field) => field.reference?.kind === 'MasterDetail');
  const chosen = details.length > 0 ? details : builtInParent(schema, type);
  return chosen.flatMap((field) => {
    const master = schema.object(field.reference?.to[0] ?? '');
    return master ? [{ field, type: master }] : [];
  });
}

/** Built-in details have a cascading lookup; a contact has its account. */
function builtInParent(schema: Schema, type: SObjectType): Field[] {
  const cascading = type.fields.find(
    (field) => field.reference?.onDelete === 'Cascade' && schema.object(field.reference.to[0] ?? '')?.kind === 'data',
  );
  if (cascading) return [cascading];
  const account = type.name === 'Contact' ? type.field('AccountId') : undefined;
  return account ? [account] : [];
}
