import schema from '../type-schema.json' with { type: 'json' };

export interface FieldShape {
  readonly name: string;
  readonly type: string;
  readonly list: boolean;
  readonly optional: boolean;
}

export type TypeShape = ReadonlyMap<string, FieldShape>;

interface StoredShape {
  readonly base?: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

const types = schema.types as Readonly<Record<string, StoredShape>>;
const enums = schema.enums as Readonly<Record<string, readonly string[]>>;
const known = new Map<string, TypeShape>();

/** The fields of a metadata type in the order of the WSDL: those of its base, then its own. Undefined for simple types. */
export function typeShape(name: string): TypeShape | undefined {
  const found = known.get(name);
  if (found) return found;
  const stored = types[name];
  if (!stored) return undefined;
  const shape = new Map(stored.base ? typeShape(stored.base) : undefined);
  const own = Object.entries({ ...stored.fields, ...additions[name] }).sort(([left], [right]) =>
    left < right ? -1 : 1,
  );
  for (const [field, [type = 'string', flags = '']] of own) {
    shape.set(field, { name: field, type, list: flags.includes('*'), optional: flags.includes('?') });
  }
  known.set(name, shape);
  return shape;
}

export const enumValues = (name: string): readonly string[] | undefined => enums[name];

/** Elements of files that the declarations do not show. `?` optional, `*` list, `!` required. */
const additions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  LightningComponentBundle: { targetConfigs: ['Xml', '?'] },
  /** Public projects leave it out. */
  CustomPermission: { isLicensed: ['boolean', '?'] },
  CustomField: { displayLocationInDecimal: ['boolean', '?'] },
  ValidationRuleTranslation: { errorMessage: ['string', '?'] },
  LookupFilterTranslation: { errorMessage: ['string', '?'], informationalMessage: ['string', '?'] },
  StaticResource: { content: ['string', '?'] },
};
