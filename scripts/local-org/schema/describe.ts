import type { Session } from '../org.ts';
import { describeField } from './describe-field.ts';
import type { SObjectType } from './model.ts';
import { pageWord } from './standard/languages/translated.ts';
import { describeRecordTypes } from './describe-record-types.ts';

/** `/sobjects/X/describe` as this user sees the object: hidden fields are not there. */
export function describeSObject(session: Session, type: SObjectType, urlBase: string): Record<string, unknown> {
  const fields = type.fields.filter((field) => session.access.canReadField(type, field.name));
  return {
    actionOverrides: [],
    ...summary(session, type),
    childRelationships: childRelationships(session, type),
    compactLayoutable: type.kind === 'data',
    fields: fields.map((field) => describeField(session, type, field)),
    implementedBy: null,
    implementsInterfaces: null,
    isInterface: false,
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: type.kind === 'data' ? describeRecordTypes(session, type, urlBase) : [],
    searchLayoutable: type.kind === 'data',
    sobjectDescribeOption: 'FULL',
    supportedScopes: type.kind === 'data' ? scopes(type, session.user.language) : [],
    urls: urls(type, urlBase, true),
  };
}

/** `/sobjects`: every object that this user may see at all. */
export function describeGlobal(session: Session, urlBase: string): Record<string, unknown> {
  const visible = session.org
    .schema()
    .objects.filter((type) => type.tooling !== 'only' && session.access.object(type).read);
  const sobjects = [...visible]
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .map((type) => ({ ...summary(session, type), urls: urls(type, urlBase, false) }));
  return { encoding: 'UTF-8', maxBatchSize: 200, sobjects };
}

function summary(session: Session, type: SObjectType): Record<string, unknown> {
  const words = type.translations?.[session.user.language];
  const rights = session.access.object(type);
  return {
    activateable: false,
    associateEntityType: { share: 'Share', history: 'History' }[type.kind as string] ?? null,
    associateParentEntity: null,
    createable: type.createable && rights.create,
    custom: type.custom,
    customSetting: type.customSetting !== undefined,
    deepCloneable: false,
    deletable: type.deletable && rights.delete,
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isSubtype: false,
    keyPrefix: type.keyPrefix || null,
    label: words?.label ?? type.label,
    labelPlural: words?.plural ?? type.labelPlural,
    layoutable: type.kind === 'data',
    mergeable: ['Account', 'Contact', 'Lead'].includes(type.name),
    mruEnabled: type.kind === 'data',
    name: type.name,
    queryable: type.queryable,
    replicateable: type.kind === 'data',
    retrieveable: true,
    searchable: type.kind === 'data',
    triggerable: type.kind === 'data',
    undeletable: type.kind === 'data' && type.deletable && rights.delete,
    updateable: type.updateable && rights.edit,
  };
}

function childRelationships(session: Session, type: SObjectType): Record<string, unknown>[] {
  const schema = session.org.schema();
  return schema.children(type.name).flatMap((relation) => {
    const child = schema.object(relation.child);
    const field = child?.field(relation.field);
    if (!child || child.tooling === 'only' || !session.access.object(child).read) return [];
    return [
      {
        cascadeDelete: field?.reference?.onDelete === 'Cascade',
        childSObject: relation.child,
        deprecatedAndHidden: false,
        field: relation.field,
        junctionIdListNames: [],
        junctionReferenceTo: [],
        relationshipName: relation.relationshipName ?? null,
        restrictedDelete: field?.reference?.onDelete === 'Restrict',
      },
    ];
  });
}

function scopes(type: SObjectType, language: string): { label: string; name: string }[] {
  const plural = type.translations?.[language]?.plural ?? type.labelPlural.toLowerCase();
  const everything = { label: pageWord('All {0}', language, plural), name: 'everything' };
  return type.field('OwnerId')
    ? [everything, { label: pageWord('My {0}', language, plural), name: 'mine' }]
    : [everything];
}

function urls(type: SObjectType, urlBase: string, whole: boolean): Record<string, string> {
  const base = `${urlBase}/sobjects/${type.name}`;
  const always = { rowTemplate: `${base}/{ID}`, describe: `${base}/describe`, sobject: base };
  if (type.kind !== 'data') return always;
  const layouts = {
    layouts: `${base}/describe/layouts`,
    compactLayouts: `${base}/describe/compactLayouts`,
    listviews: `${base}/listviews`,
  };
  const approvals = {
    approvalLayouts: `${base}/describe/approvalLayouts`,
    defaultValues: `${base}/defaultValues?recordTypeId&fields`,
  };
  const pages = { uiDetailTemplate: `/{ID}`, uiEditTemplate: `/{ID}/e`, uiNewRecord: `/${type.keyPrefix}/e` };
  return whole
    ? { ...layouts, ...approvals, quickActions: `${base}/quickActions`, ...always, ...pages }
    : { ...layouts, ...approvals, ...always };
}
