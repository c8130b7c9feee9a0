import type { ObjectRights } from './contract.ts';

export type ObjectFlags = { -readonly [Right in keyof ObjectRights]: boolean } & { viewAllFields: boolean };

export interface FieldFlags {
  readonly read: boolean;
  readonly edit: boolean;
}

/** What some permission sets say together. Names are in lower case. */
export interface Rights {
  readonly objects: ReadonlyMap<string, Readonly<ObjectFlags>>;
  /** By `object.field`. */
  readonly fields: ReadonlyMap<string, FieldFlags>;
  readonly custom: ReadonlySet<string>;
  readonly system: ReadonlySet<string>;
  /** Object → record type names, as far as any was assigned; the default one first. */
  readonly recordTypes: ReadonlyMap<string, readonly string[]>;
}

export function addFlags(grants: Map<string, ObjectFlags>, key: string, flags: ObjectFlags): void {
  const before = grants.get(key);
  grants.set(key, before ? mapFlags(before, (right) => before[right] || flags[right]) : flags);
}

export function mapFlags(flags: ObjectFlags, of: (right: keyof ObjectFlags) => boolean): ObjectFlags {
  return Object.fromEntries(Object.keys(flags).map((right) => [right, of(right as keyof ObjectFlags)])) as ObjectFlags;
}

export function addedUp(parts: readonly Rights[]): Rights {
  const objects = new Map<string, ObjectFlags>();
  const fields = new Map<string, FieldFlags>();
  const recordTypes = new Map<string, readonly string[]>();
  for (const part of parts) {
    for (const [key, flags] of part.objects) addFlags(objects, key, flags);
    for (const [key, { read, edit }] of part.fields) {
      const before = fields.get(key);
      fields.set(key, { read: read || before?.read === true, edit: edit || before?.edit === true });
    }
    for (const [key, names] of part.recordTypes)
      recordTypes.set(key, [...new Set([...(recordTypes.get(key) ?? []), ...names])]);
  }
  return {
    objects,
    fields,
    custom: new Set(parts.flatMap((part) => [...part.custom])),
    system: new Set(parts.flatMap((part) => [...part.system])),
    recordTypes,
  };
}
