import type { Session } from '../../org.ts';
import type { SObjectType } from '../../schema/model.ts';
import { compactFields, fullLayout } from './layout-source.ts';
import type { LayoutType } from './layout-words.ts';
import { referencedObject } from './referenced-object.ts';

/**
 * The field paths a record needs for a layout: each field on it, and for a lookup the name of the record behind it.
 * With several record types the layouts may differ, so all of them are taken.
 */
export function layoutFieldPaths(session: Session, type: SObjectType, layoutType: LayoutType): string[] {
  const names = layoutType === 'Compact' ? compactFields(session, type).fields : fullFields(session, type);
  const always = ['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp'];
  return [...new Set([...names, ...(layoutType === 'Full' ? always : [])])].flatMap((name) =>
    withName(session, type, name),
  );
}

function fullFields(session: Session, type: SObjectType): string[] {
  return [undefined, ...type.recordTypes].flatMap((recordType) =>
    fullLayout(session, type, recordType).sections.flatMap(({ items }) =>
      items.flat().flatMap((item) => item?.field ?? []),
    ),
  );
}

function withName(session: Session, type: SObjectType, name: string): string[] {
  const reference = type.field(name)?.reference;
  if (reference === undefined) return [name];
  const target = referencedObject(session, type.field(name));
  return target === undefined ? [name] : [name, `${reference.relationshipName}.Id`];
}
