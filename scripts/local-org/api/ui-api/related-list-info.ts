import type { Session } from '../../org.ts';
import { entityTag } from './entity-tag.ts';
import { isSortable } from './field-info.ts';
import { formLabel, objectLabelPlural } from './labels.ts';
import { assignedLayoutOf } from './layout-source.ts';
import { contentList, textList, textOf } from './metadata-content.ts';
import { nameFieldOf } from './name-fields.ts';
import { listReference, type RelatedList } from './related-list.ts';

export interface RelatedListColumn {
  readonly fieldApiName: string;
  readonly label: string;
  readonly lookupId: string | null;
  readonly sortable: boolean;
}

export interface RelatedListInfo extends Readonly<Record<string, unknown>> {
  readonly displayColumns: readonly RelatedListColumn[];
}

/** The list as the parent's page layout has it; without a layout that names it, the child's name is its one column. */
export function relatedListInfo(session: Session, list: RelatedList): RelatedListInfo {
  const { child } = list;
  const columns = layoutColumns(session, list).flatMap((name) => column(session, list, name) ?? []);
  const content = {
    cloneable: false,
    createable: false,
    deletable: false,
    displayColumns: columns,
    fieldApiName: list.field.name,
    filterLogicString: '',
    filteredByInfo: [],
    label: objectLabelPlural(child, session.user.language),
    listReference: listReference(list, null),
    objectApiNames: [child.name],
    orderedByInfo: [],
    updateable: false,
    userPreferences: {
      columnWidths: Object.fromEntries(columns.map(({ fieldApiName }) => [fieldApiName, -1])),
      columnWrap: Object.fromEntries(columns.map(({ fieldApiName }) => [fieldApiName, false])),
    },
    visibility: 'Public',
    visibilityEditable: false,
  };
  return { ...content, eTag: entityTag(content) };
}

/** In a layout a related list is `Child__c.Parent__c` with columns `NAME` or field names. */
function layoutColumns(session: Session, { parent, child, field }: RelatedList): string[] {
  const layout = assignedLayoutOf(session, parent);
  const entry = contentList(layout?.content, 'relatedLists').find(
    (list) => textOf(list, 'relatedList') === `${child.name}.${field.name}`,
  );
  const name = nameFieldOf(child)?.name ?? 'Id';
  const columns = textList(entry, 'fields').map((given) => (given === 'NAME' ? name : given));
  return columns.length > 0 ? columns : [name];
}

function column(session: Session, { child }: RelatedList, name: string): RelatedListColumn | undefined {
  const field = child.field(name);
  if (field === undefined || !session.access.canReadField(child, field.name)) return undefined;
  return {
    fieldApiName: field.name,
    label: formLabel(field, session.user.language),
    lookupId: field.nameField ? 'Id' : null,
    sortable: isSortable(field),
  };
}
