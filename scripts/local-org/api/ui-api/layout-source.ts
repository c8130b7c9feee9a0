import type { Session } from '../../org.ts';
import type { Component, RecordType, SObjectType } from '../../schema/model.ts';
import { pageWord } from '../../schema/standard/languages/translated.ts';
import { isReadable } from './access-errors.ts';
import { generatedLayout } from './generated-layout.ts';
import { type Content, contentList, flagOf, textList, textOf } from './metadata-content.ts';
import { nameFieldOf } from './name-fields.ts';

export interface LayoutItem {
  readonly field: string;
  readonly required: boolean;
  readonly readOnly: boolean;
}

export interface LayoutSection {
  readonly heading: string | null;
  readonly useHeading: boolean;
  readonly columns: 1 | 2;
  /** Column by column, as a Layout component has them. */
  readonly items: readonly (readonly (LayoutItem | undefined)[])[];
}

export interface LayoutSource {
  readonly id: string | null;
  readonly sections: readonly LayoutSection[];
}

/** The page layout of a user and record type: the deployed one, else what an object has before anybody designs one. */
export function fullLayout(session: Session, type: SObjectType, recordType: RecordType | undefined): LayoutSource {
  const deployed = assignedLayout(session, type, recordType);
  const { language } = session.user;
  if (deployed === undefined) return generatedLayout(type, language);
  const translation = session.org.schema().component('CustomObjectTranslation', `${type.name}-${language}`);
  return fromComponent(deployed, language, sectionWords(translation?.content, deployed.fullName));
}

/** The deployed layout of an object for the user, before any record type. */
export function assignedLayoutOf(session: Session, type: SObjectType): Component | undefined {
  return assignedLayout(session, type, undefined);
}

function assignedLayout(
  session: Session,
  type: SObjectType,
  recordType: RecordType | undefined,
): Component | undefined {
  const schema = session.org.schema();
  const layouts = schema.components('Layout').filter(({ fullName }) => fullName.startsWith(`${type.name}-`));
  if (layouts.length < 2) return layouts[0];
  const wanted = recordType === undefined ? undefined : `${type.name}.${recordType.name}`;
  const assigned = contentList(profileContent(session), 'layoutAssignments')
    .filter((assignment) => textOf(assignment, 'layout')?.startsWith(`${type.name}-`))
    .find((assignment) => textOf(assignment, 'recordType') === wanted);
  const name = textOf(assigned, 'layout');
  return layouts.find(({ fullName }) => fullName === name) ?? layouts[0];
}

function profileContent(session: Session): Component['content'] | undefined {
  const schema = session.org.schema();
  const type = schema.object('Profile');
  const name = type === undefined ? undefined : session.org.store.get(type, session.user.profileId)?.Name;
  // The one profile whose file name is not its label.
  const fullName = name === 'System Administrator' ? 'Admin' : name;
  return typeof fullName === 'string' ? schema.component('Profile', fullName)?.content : undefined;
}

/** The headings of one layout as its object's translation has them: the name of the section → words. */
function sectionWords(translation: Content | undefined, layout: string): ReadonlyMap<string | undefined, string> {
  const name = layout.slice(layout.indexOf('-') + 1);
  const own = contentList(translation, 'layouts').filter((each) => textOf(each, 'layout') === name);
  return new Map(
    own
      .flatMap((each) => contentList(each, 'sections'))
      .map((section) => [textOf(section, 'section'), textOf(section, 'label') ?? ''] as const)
      .filter(([, words]) => words !== ''),
  );
}

/** Headings that nobody wrote are the platform's and come in the user's language. */
function fromComponent(
  layout: Component,
  language: string,
  translated: ReadonlyMap<string | undefined, string>,
): LayoutSource {
  const sections = contentList(layout.content, 'layoutSections')
    .filter((section) => textOf(section, 'style') !== 'CustomLinks')
    .map((section): LayoutSection => {
      const columns = contentList(section, 'layoutColumns').map((column) =>
        contentList(column, 'layoutItems').map(layoutItem),
      );
      const label = textOf(section, 'label');
      return {
        heading:
          translated.get(label) ??
          (flagOf(section, 'customLabel') || label === undefined ? (label ?? null) : pageWord(label, language)),
        useHeading: flagOf(section, 'detailHeading'),
        columns: columns.length > 1 ? 2 : 1,
        items: columns,
      };
    });
  return { id: layout.id, sections };
}

function layoutItem(item: Readonly<Record<string, unknown>>): LayoutItem | undefined {
  const field = textOf(item, 'field');
  if (field === undefined) return undefined;
  const behavior = textOf(item, 'behavior');
  return { field, required: behavior === 'Required', readOnly: behavior === 'Readonly' };
}

/** Field names of the compact layout: the assigned component, else the platform's own choice for the object. */
export function compactFields(session: Session, type: SObjectType): { id: string | null; fields: string[] } {
  const schema = session.org.schema();
  const assigned = textOf(schema.component('CustomObject', type.name)?.content, 'compactLayoutAssignment');
  const component =
    assigned === undefined || assigned === 'SYSTEM'
      ? undefined
      : schema.component('CompactLayout', `${type.name}.${assigned}`);
  if (component !== undefined) return { id: component.id, fields: textList(component.content, 'fields') };
  const name = nameFieldOf(type)?.name;
  return { id: null, fields: COMPACT[type.name] ?? (name === undefined ? [] : [name]) };
}

const COMPACT: Readonly<Record<string, string[]>> = {
  Account: ['Name', 'Type', 'Phone', 'Website', 'OwnerId', 'Industry'],
  Contact: ['Name', 'Title', 'AccountId', 'Phone', 'Email', 'OwnerId'],
  Opportunity: ['Name', 'AccountId', 'CloseDate', 'Amount', 'OwnerId'],
};

export function isOnLayout(session: Session, type: SObjectType, field: string): boolean {
  const found = type.field(field);
  return found !== undefined && isReadable(session, type) && session.access.canReadField(type, found.name);
}
