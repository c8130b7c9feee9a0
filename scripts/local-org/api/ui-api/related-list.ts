import type { Session } from '../../org.ts';
import type { Field, SObjectType } from '../../schema/model.ts';
import { illegalParameter, isReadable, noAccess } from './access-errors.ts';
import { assignedLayoutOf } from './layout-source.ts';
import { contentList, textOf } from './metadata-content.ts';

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

/** Rows that the platform keeps about a record. */
const KEPT_BY_PLATFORM = /(Share|History|Feed)$/;

/** The lists of the parent's page layout in its order; before anybody designs one, all that people fill themselves. */
export function listsOnLayout(session: Session, parent: SObjectType): RelatedList[] {
  const all = relatedLists(session, parent);
  const layout = assignedLayoutOf(session, parent);
  if (layout === undefined) return all.filter(({ child }) => !KEPT_BY_PLATFORM.test(child.name));
  return contentList(layout.content, 'relatedLists').flatMap((entry) => {
    const name = textOf(entry, 'relatedList');
    return all.filter(({ child, field, relatedListId }) =>
      [`${child.name}.${field.name}`, relatedListId].includes(name ?? ''),
    );
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
