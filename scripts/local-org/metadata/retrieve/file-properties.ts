import type { Session } from '../../org.ts';
import type { Component } from '../../schema/model.ts';

/** A component as retrieve and listMetadata describe it. */
export function fileProperties(session: Session, component: Component, fileName: string): Record<string, unknown> {
  const user = session.org.schema().object('User');
  const nameOf = (id: string): string => {
    const row = user && id ? session.org.store.get(user, id) : undefined;
    return row ? [row['FirstName'], row['LastName']].filter(Boolean).join(' ') : '';
  };
  return {
    createdById: component.createdById,
    createdByName: nameOf(component.createdById),
    createdDate: component.createdDate,
    fileName,
    fullName: component.fullName,
    id: component.id,
    lastModifiedById: component.lastModifiedById,
    lastModifiedByName: nameOf(component.lastModifiedById),
    lastModifiedDate: component.lastModifiedDate,
    manageableState: 'unmanaged',
    type: component.type,
  };
}
