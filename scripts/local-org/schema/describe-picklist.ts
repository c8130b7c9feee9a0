import type { Field, PicklistValue, SObjectType } from './model.ts';

/** The values of a picklist with their labels in a language and, where they hang on another field, on which of its values. */
export function describePicklist(type: SObjectType, field: Field, language: string): Record<string, unknown>[] {
  const controller = field.picklist?.controllingField ? type.field(field.picklist.controllingField) : undefined;
  return (field.picklist?.values ?? []).map((each) => ({
    active: each.active,
    defaultValue: each.isDefault,
    label: each.translations?.[language] ?? each.label,
    validFor: controller ? validFor(controller, each) : null,
    value: each.value,
  }));
}

/** A bit for each value of the controlling field, the first one leftmost, in base 64. */
export function validFor(controller: Field, value: PicklistValue): string {
  const names =
    controller.type === 'boolean'
      ? ['unchecked', 'checked']
      : (controller.picklist?.values ?? []).map((each) => each.value);
  const bits = Buffer.alloc(Math.ceil(names.length / 8));
  names.forEach((name, place) => {
    if (!value.controllingValues?.includes(name)) return;
    bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7));
  });
  return bits.toString('base64');
}
