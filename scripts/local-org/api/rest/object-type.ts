import type { Session } from '../../org.ts';
import type { SObjectType } from '../../schema/model.ts';
import { refusedObject } from '../../metadata/types/unmodelled.ts';
import { normalizeId } from '../../store/ids.ts';
import { notFound } from '../error-body.ts';

/** An object that the user may see. What is hidden looks like what does not exist. */
export function objectType(session: Session, name: string): SObjectType {
  const type = session.org.schema().object(name);
  const refused = type === undefined ? refusedObject(name) : undefined;
  if (refused !== undefined) throw refused;
  if (type === undefined || type.tooling === 'only' || !session.access.object(type).read) throw notFound();
  return type;
}

/** The canonical id when the text is one of this type's. */
export function idOfType(type: SObjectType, text: string): string | undefined {
  const id = normalizeId(text);
  return id !== undefined && id.startsWith(type.keyPrefix) ? id : undefined;
}
