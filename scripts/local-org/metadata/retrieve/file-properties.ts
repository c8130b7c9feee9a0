import { companyLocale } from '../../access/company-locale.ts';
import type { Session } from '../../org.ts';
import type { Component } from '../../schema/model.ts';
import { personName } from '../../schema/standard/person-name.ts';

/** A component as retrieve and listMetadata describe it. */
export function fileProperties(session: Session, component: Component, fileName: string): Record<string, unknown> {
  const user = session.org.schema().object('User');
  const nameOf = (id: string): string => {
    const row = user && id ? session.org.store.get(user, id) : undefined;
    return row ? personName(row['FirstName'], row['LastName'], companyLocale(session.org)) : '';
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
