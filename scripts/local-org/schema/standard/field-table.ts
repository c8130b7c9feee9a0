import type { Field, FieldType, PicklistValue } from '../model.ts';

/** The words in which the tables of built-in objects are written: one call per field. */
type More = Partial<Field>;

/** The save demands a value; such a field is always visible. */
export const required = { nillable: false, permissionable: false } as const satisfies More;
/** Written by the platform alone. */
export const readOnly = { createable: false, updateable: false, permissionable: false } as const satisfies More;
export const createOnly = { updateable: false } as const satisfies More;
/** Worked out from other fields whenever it is read. */
export const computed = (source: string, blanks: 'zero' | 'blank' = 'blank'): More => ({
  createable: false,
  updateable: false,
  stored: false,
  formula: { source, blanks },
});

export function field(name: string, label: string, type: FieldType, more: More = {}): Field {
  const plain = { nillable: true, createable: true, updateable: true, stored: true, permissionable: true };
  return {
    name,
    label,
    type,
    custom: false,
    externalId: false,
    nameField: false,
    trackHistory: false,
    ...plain,
    ...more,
  };
}

export const text = (name: string, label: string, length: number, more?: More) =>
  field(name, label, 'string', { length, ...more });
export const area = (name: string, label: string, length: number, more?: More) =>
  field(name, label, 'textarea', { length, ...more });
export const bool = (name: string, label: string, more?: More) =>
  field(name, label, 'boolean', { nillable: false, defaultValue: 'false', ...more });
export const int = (name: string, label: string, more?: More) =>
  field(name, label, 'int', { precision: 8, scale: 0, ...more });
export const double = (name: string, label: string, precision: number, scale: number, more?: More) =>
  field(name, label, 'double', { precision, scale, ...more });
export const currency = (name: string, label: string, precision: number, scale: number, more?: More) =>
  field(name, label, 'currency', { precision, scale, ...more });
export const percent = (name: string, label: string, precision: number, scale: number, more?: More) =>
  field(name, label, 'percent', { precision, scale, ...more });
export const date = (name: string, label: string, more?: More) => field(name, label, 'date', more);
export const datetime = (name: string, label: string, more?: More) => field(name, label, 'datetime', more);
export const email = (name: string, label: string, more?: More) => field(name, label, 'email', { length: 80, ...more });
export const phone = (name: string, label: string, more?: More) => field(name, label, 'phone', { length: 40, ...more });
export const url = (name: string, label: string, more?: More) => field(name, label, 'url', { length: 255, ...more });

/** Values are written `A|B|*C`; the star marks the default. `value=Label` where the two differ. */
export function pick(name: string, label: string, values: string, more?: More): Field {
  const picklist = { restricted: false, values: picklistValues(values) };
  return field(name, label, 'picklist', { length: 255, picklist, ...more });
}

export const restrictedPick = (name: string, label: string, values: string, more?: More) =>
  pick(name, label, values, { picklist: { restricted: true, values: picklistValues(values) }, ...more });

export function picklistValues(values: string): PicklistValue[] {
  if (values === '') return [];
  return values.split('|').map((word) => {
    const isDefault = word.startsWith('*');
    const [value = '', label = value] = word.slice(isDefault ? 1 : 0).split('=');
    return { value, label, active: true, isDefault };
  });
}

/** `to` is `Account` or `Contact|Lead`; the relationship is the field's name without Id. */
export function lookup(name: string, label: string, to: string, child?: string, more?: More): Field {
  const relationshipName = name.endsWith('Id') ? name.slice(0, -2) : name;
  const reference = { kind: 'Lookup', to: to.split('|'), relationshipName, childRelationshipName: child } as const;
  return field(name, label, 'reference', { length: 18, reference: { ...reference, onDelete: 'SetNull' }, ...more });
}

/** A child that goes with its parent. */
export function detail(name: string, label: string, to: string, child?: string, more?: More): Field {
  const plain = lookup(name, label, to, child, { ...required, updateable: false, ...more });
  return plain.reference ? { ...plain, reference: { ...plain.reference, onDelete: 'Cascade' } } : plain;
}

/** How well a geocoding service has placed an address. */
const accuracies =
  'Address|NearAddress|Block|Street|ExtendedZip=Extended Zip|Zip|Neighborhood|City|County|State|Unknown';

/** Street, city, state, postal code and country of one address with its place on the globe, and all of it as one. */
export function address(prefix: string, label: string, more?: More): Field[] {
  const compoundName = `${prefix}Address`;
  const named = (part: string) => `${prefix}${part}`;
  const part = { ...more, compoundName };
  const parts = [
    area(named('Street'), `${label}Street`, 255, part),
    text(named('City'), `${label}City`, 40, part),
    text(named('State'), `${label}State/Province`, 80, part),
    text(named('PostalCode'), `${label}Zip/Postal Code`, 20, part),
    text(named('Country'), `${label}Country`, 80, part),
    double(named('Latitude'), `${label}Latitude`, 18, 15, part),
    double(named('Longitude'), `${label}Longitude`, 18, 15, part),
    restrictedPick(named('GeocodeAccuracy'), `${label}Geocode Accuracy`, accuracies, { ...part, length: 40 }),
  ];
  const keys = ['city', 'country', 'geocodeAccuracy', 'latitude', 'longitude', 'postalCode', 'state', 'street'];
  const compound = Object.fromEntries(keys.map((key) => [key, named(key.charAt(0).toUpperCase() + key.slice(1))]));
  return [...parts, field(compoundName, `${label}Address`, 'address', { ...more, ...whole, compound })];
}

/** A compound field is written by its parts. */
export const whole = { createable: false, updateable: false, stored: false } as const satisfies More;
