import type { Session } from '../../org.ts';
import type { SObjectType } from '../../schema/model.ts';
import { isReadable } from './access-errors.ts';
import { entityTag } from './entity-tag.ts';
import { type FieldInfo, fieldInfo } from './field-info.ts';
import { objectLabel, objectLabelPlural } from './labels.ts';
import { nameFields } from './name-fields.ts';
import { defaultRecordTypeId, recordTypeInfos } from './record-types.ts';

/** Object Info of the UI API, as this user may see the object. */
export function objectInfo(session: Session, type: SObjectType): Record<string, unknown> {
  const { language } = session.user;
  const rights = session.access.object(type);
  const content = {
    apiName: type.name,
    associateEntityType: type.kind === 'data' || type.kind === 'setup' ? null : capitalized(type.kind),
    associateParentEntity: null,
    childRelationships: childRelationships(session, type),
    compactLayoutable: type.kind === 'data',
    createable: type.createable && rights.create,
    custom: type.custom,
    defaultRecordTypeId: defaultRecordTypeId(session, type),
    deletable: type.deletable && rights.delete,
    dependentFields: dependentFields(session, type),
    feedEnabled: false,
    fields: visibleFields(session, type),
    keyPrefix: type.keyPrefix,
    label: objectLabel(type, language),
    labelPlural: objectLabelPlural(type, language),
    layoutable: type.kind === 'data',
    mruEnabled: false,
    nameFields: nameFields(type),
    queryable: type.queryable,
    recordTypeInfos: recordTypeInfos(session, type),
    searchLayoutable: type.kind === 'data',
    searchable: type.kind === 'data',
    themeInfo: null,
    updateable: type.updateable && rights.edit,
  };
  return { ...content, eTag: entityTag(content) };
}

function visibleFields(session: Session, type: SObjectType): Record<string, FieldInfo> {
  const visible = type.fields.filter((field) => session.access.canReadField(type, field.name));
  return Object.fromEntries(visible.map((field) => [field.name, fieldInfo(session, type, field)]));
}

function childRelationships(session: Session, type: SObjectType): Record<string, unknown>[] {
  const schema = session.org.schema();
  return schema
    .children(type.name)
    .filter(({ child, field, relationshipName }) => {
      const childType = schema.object(child);
      if (relationshipName === undefined || childType === undefined) return false;
      return isReadable(session, childType) && session.access.canReadField(childType, field);
    })
    .map(({ child, field, relationshipName }) => ({
      childObjectApiName: child,
      fieldName: field,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName,
    }));
}

/** Controlling field → dependent field → its own dependents. */
function dependentFields(session: Session, type: SObjectType): Record<string, unknown> {
  const dependentsOf = (controller: string): Record<string, unknown> =>
    Object.fromEntries(
      type.fields
        .filter(
          (field) => field.picklist?.controllingField === controller && session.access.canReadField(type, field.name),
        )
        .map((field) => [field.name, dependentsOf(field.name)]),
    );
  const roots = type.fields.filter((field) => field.picklist?.controllingField === undefined);
  return Object.fromEntries(
    roots
      .map((field) => [field.name, dependentsOf(field.name)] as const)
      .filter(([, below]) => Object.keys(below).length > 0),
  );
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
