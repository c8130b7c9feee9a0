import { sound, type Batch } from './save-item.ts';

/** What a 15-character id is in an 18-character one: the last three only guard against folded case. */
const SHORT_ID = 15;

/** A record of a custom object that is created without a name is called by its id. Pages ask for a name, the API does not. */
export function nameById({ type, operation, items }: Batch): void {
  const name = type.custom && type.kind === 'data' ? type.field('Name') : undefined;
  if (operation !== 'insert' || name === undefined || !name.nameField || name.autoNumber !== undefined) return;
  for (const item of sound(items)) item.after[name.name] ??= item.id?.slice(0, SHORT_ID) ?? null;
}
