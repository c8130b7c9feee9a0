import type { Session } from '../../org.ts';
import type { Field, SObjectType } from '../../schema/model.ts';
import { isReadable } from './access-errors.ts';

/**
 * The object through which a lookup is read. One that may hold several (an owner: a queue or a user) is read as the user it
 * almost always is, else as the first that this person may see.
 */
export function referencedObject(session: Session, field: Field | undefined): SObjectType | undefined {
  const targets = (field?.reference?.to ?? []).flatMap((name) => session.org.schema().object(name) ?? []);
  const readable = targets.filter((target) => isReadable(session, target));
  return readable.find(({ name }) => name === 'User') ?? readable[0];
}
