import { NotSupportedError } from '../../errors.ts';
import type { Session } from '../../org.ts';
import type { Component, SObjectType } from '../../schema/model.ts';
import { pageWord } from '../../schema/standard/languages/translated.ts';
import { resourceNotFound } from './access-errors.ts';
import { objectLabelPlural } from './labels.ts';
import { compactFields } from './layout-source.ts';
import { columnPath } from './list-view-columns.ts';
import { filterCondition } from './list-view-filters.ts';
import { type Content, contentList, textList, textOf } from './metadata-content.ts';
import { nameFieldOf } from './name-fields.ts';
import { referencedObject } from './referenced-object.ts';
import { quoted } from './soql-text.ts';

export interface ListView {
  readonly type: SObjectType;
  readonly apiName: string;
  /** Null for the view that every object has without anybody deploying one. */
  readonly id: string | null;
  readonly label: string;
  /** Field paths. */
  readonly columns: readonly string[];
  readonly filters: readonly Content[];
  readonly logic: string | undefined;
  readonly scope: string;
}

export function listViews(session: Session, type: SObjectType): ListView[] {
  const deployed = session.org
    .schema()
    .components('ListView')
    .filter(({ fullName }) => fullName.startsWith(`${type.name}.`))
    .map((component) => fromComponent(type, component));
  const all = everything(session, type);
  return deployed.some(({ apiName }) => apiName === all.apiName) ? deployed : [all, ...deployed];
}

export function listViewByName(session: Session, type: SObjectType, apiName: string): ListView {
  if (/^(__Recent|RecentlyViewed)/i.test(apiName)) throw new NotSupportedError(`List view ${apiName}`);
  const found = listViews(session, type).find((view) => view.apiName.toLowerCase() === apiName.toLowerCase());
  if (found === undefined) throw resourceNotFound();
  return found;
}

export function listViewById(session: Session, id: string): ListView {
  const schema = session.org.schema();
  const component = schema.components('ListView').find((candidate) => candidate.id.slice(0, 15) === id.slice(0, 15));
  const type = schema.object(component?.fullName.split('.')[0] ?? '');
  if (component === undefined || type === undefined) throw resourceNotFound();
  return fromComponent(type, component);
}

/** What a view adds to a query. */
export function viewConditions(session: Session, view: ListView): string[] {
  const filters = filterCondition(view.type, view.filters, view.logic);
  return [...scopeCondition(session, view), ...(filters === undefined ? [] : [filters])];
}

function scopeCondition(session: Session, view: ListView): string[] {
  if (view.scope === 'Everything') return [];
  if (view.scope !== 'Mine') throw new NotSupportedError(`ListView filterScope ${view.scope}`);
  return [`OwnerId = ${quoted(session.user.id)}`];
}

function fromComponent(type: SObjectType, { content, fullName, id }: Component): ListView {
  const columns = textList(content, 'columns').map((column) => columnPath(type, column));
  return {
    type,
    apiName: fullName.slice(type.name.length + 1),
    id,
    label: textOf(content, 'label') ?? fullName,
    columns: columns.length > 0 ? columns : [nameFieldOf(type)?.name ?? 'Id'],
    filters: contentList(content, 'filters'),
    logic: textOf(content, 'booleanFilter'),
    scope: textOf(content, 'filterScope') ?? 'Everything',
  };
}

const STANDARD_ALL: Readonly<Record<string, string>> = {
  Account: 'AllAccounts',
  Contact: 'AllContacts',
  Opportunity: 'AllOpportunities',
};

function everything(session: Session, type: SObjectType): ListView {
  const plural = objectLabelPlural(type, session.user.language);
  return {
    type,
    apiName: STANDARD_ALL[type.name] ?? 'All',
    id: null,
    label: pageWord('All {0}', session.user.language, plural),
    columns: compactFields(session, type).fields.map((field) =>
      field === 'OwnerId' ? 'Owner.Alias' : withName(session, type, field),
    ),
    filters: [],
    logic: undefined,
    scope: 'Everything',
  };
}

/** A list shows the name of a looked-up record, not its id. */
function withName(session: Session, type: SObjectType, name: string): string {
  const field = type.field(name);
  const reference = field?.reference;
  const target = referencedObject(session, field);
  return reference === undefined || target === undefined
    ? name
    : `${reference.relationshipName}.${nameFieldOf(target)?.name ?? 'Id'}`;
}
