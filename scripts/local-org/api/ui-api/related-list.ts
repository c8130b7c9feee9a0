import type { Session } from '../../org.ts';
import type { Field, SObjectType } from '../../schema/model.ts';
import { illegalParameter, isReadable, noAccess } from './access-errors.ts';

/** A related list is a child relationship of the parent's object. */
export interface RelatedList {
  readonly parent: SObjectType;
  readonly child: SObjectType;
  readonly field: Field;
  readonly relatedListId: string;
}

export function relatedList(session: Session, parent: SObjectType, relatedListId: string): RelatedList {
  const found = relatedLists(session, parent).find(
    (list) => list.relatedListId.toLowerCase() === relatedListId.toLowerCase(),
  );
  if (found !== undefined) return found;
  const hidden = session.org
    .schema()
    .children(parent.name)
    .some(({ relationshipName }) => relationshipName?.toLowerCase() === relatedListId.toLowerCase());
  if (hidden) throw noAccess();
  throw illegalParameter(`Invalid related list id ${relatedListId} for parent ${parent.name}.`);
}

export function relatedLists(session: Session, parent: SObjectType): RelatedList[] {
  const schema = session.org.schema();
  return schema.children(parent.name).flatMap(({ child, field, relationshipName }) => {
    const childType = schema.object(child);
    const reference = childType?.field(field);
    if (relationshipName === undefined || childType === undefined || reference === undefined) return [];
    if (!isReadable(session, childType) || !session.access.canReadField(childType, reference.name)) return [];
    return [{ parent, child: childType, field: reference, relatedListId: relationshipName }];
  });
}

export function listReference(list: RelatedList, parentRecordId: string | null): Record<string, unknown> {
  return {
    id: null,
    inContextOfRecordId: parentRecordId,
    listViewApiName: null,
    objectApiName: null,
    parentObjectApiName: list.parent.name,
    recordTypeId: null,
    relatedListId: list.relatedListId,
    type: 'relatedList',
  };
}
