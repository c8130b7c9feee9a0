import { type FieldFlags, mapFlags, type ObjectFlags, type Rights } from './rights.ts';

/** What is left of a group's rights once its muting set has spoken: muting Read mutes whatever needs it, as on the platform. */
export function withoutMuted(rights: Rights, muted: Rights | undefined): Rights {
  if (!muted) return rights;
  const objects = [...rights.objects].map(([key, flags]): [string, ObjectFlags] => {
    const out = muted.objects.get(key);
    return [key, out ? dependable(mapFlags(flags, (right) => flags[right] && !out[right])) : flags];
  });
  const fields = [...rights.fields].map(([key, flags]): [string, FieldFlags] => {
    const out = muted.fields.get(key);
    const read = flags.read && !out?.read;
    return [key, { read, edit: flags.edit && read && !out?.edit }];
  });
  const without = (from: ReadonlySet<string>, what: ReadonlySet<string>) =>
    new Set([...from].filter((name) => !what.has(name)));
  return {
    ...rights,
    objects: new Map(objects),
    fields: new Map(fields),
    custom: without(rights.custom, muted.custom),
    system: without(rights.system, muted.system),
  };
}

/** A right stands only with those it depends on. */
function dependable(flags: ObjectFlags): ObjectFlags {
  const { read } = flags;
  const edit = flags.edit && read;
  const remove = flags.delete && edit;
  const viewAll = flags.viewAll && read;
  return {
    ...flags,
    create: flags.create && read,
    edit,
    delete: remove,
    viewAll,
    modifyAll: flags.modifyAll && viewAll && remove,
  };
}
