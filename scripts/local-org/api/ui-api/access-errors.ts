import { OrgError } from '../../errors.ts';
import type { Session } from '../../org.ts';
import type { SObjectType } from '../../schema/model.ts';
import { normalizeId } from '../../store/ids.ts';

export function noAccess(): OrgError {
  return new OrgError(
    'INSUFFICIENT_ACCESS',
    "You don't have access to this record. Ask your administrator for help or to request access.",
    { httpStatus: 403 },
  );
}

export function resourceNotFound(): OrgError {
  return new OrgError('NOT_FOUND', 'The requested resource does not exist', { httpStatus: 404 });
}

export function illegalParameter(message: string): OrgError {
  return new OrgError('ILLEGAL_QUERY_PARAMETER_VALUE', message);
}

export function noSuchColumn(name: string, type: SObjectType): OrgError {
  return new OrgError(
    'INVALID_FIELD',
    `No such column '${name}' on entity '${type.name}'. If you are attempting to use a custom field, be sure to append the '__c' ` +
      'after the custom field name. Please reference your WSDL or the describe call for the appropriate names.',
  );
}

/** The object if it exists and the user may read it; the UI API does not tell the two apart. */
export function readableObject(session: Session, name: string): SObjectType {
  const type = session.org.schema().object(name);
  if (type === undefined || !isReadable(session, type)) throw noAccess();
  return type;
}

export function isReadable(session: Session, type: SObjectType): boolean {
  return type.queryable && type.tooling !== 'only' && session.access.object(type).read;
}

/** The object a record id belongs to. */
export function objectOfId(session: Session, given: string): SObjectType {
  const id = normalizeId(given);
  if (id === undefined) throw illegalParameter(`The record ID is not valid: ${given}`);
  const type = session.org.schema().objectByPrefix(id.slice(0, 3));
  if (type === undefined) throw resourceNotFound();
  if (!isReadable(session, type)) throw noAccess();
  return type;
}
