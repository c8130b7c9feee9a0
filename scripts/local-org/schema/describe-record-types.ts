import type { Session } from '../org.ts';
import type { SObjectType } from './model.ts';

/** The id that stands for "no record type" everywhere. */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

/** The record types of an object, which of them this user may choose and which is preset; the master comes last. */
export function describeRecordTypes(session: Session, type: SObjectType, urlBase: string): Record<string, unknown>[] {
  const assigned = new Set(session.access.recordTypes(type.name).map((name) => name.toLowerCase()));
  const preset = presetRecordType(session, type);
  const own = type.recordTypes.map((recordType) => {
    const id = session.org.schema().component('RecordType', `${type.name}.${recordType.name}`)?.id ?? '';
    return info(type, urlBase, {
      active: recordType.active,
      available: recordType.active && assigned.has(recordType.name.toLowerCase()),
      defaultRecordTypeMapping: id === preset,
      developerName: recordType.name,
      master: false,
      name: recordType.translations?.[session.user.language] ?? recordType.label,
      recordTypeId: id,
    });
  });
  const anyPreset = own.some((each) => each['defaultRecordTypeMapping'] === true);
  const master = {
    active: true,
    available: true,
    defaultRecordTypeMapping: !anyPreset,
    developerName: 'Master',
    master: true,
    name: 'Master',
  };
  return [...own, info(type, urlBase, { ...master, recordTypeId: MASTER_RECORD_TYPE })];
}

/** Id of the record type that a user's profile or permission sets preset for an object; undefined = master. */
export function presetRecordType(session: Session, type: SObjectType): string | undefined {
  const sql = `
    SELECT r."Id" AS id FROM "RecordTypeVisibility" v
    JOIN "RecordType" r ON r."Id" = v."RecordTypeId" AND r."SobjectType" = ? AND r."IsActive"
    JOIN "PermissionSet" p ON p."Id" = v."ParentId" AND p."ProfileId" = ?
    WHERE v."IsDefault" LIMIT 1`;
  const row = session.org.store.db.prepare(sql).get(type.name, session.user.profileId);
  return row ? String(row['id']) : undefined;
}

const info = (type: SObjectType, urlBase: string, facts: Record<string, unknown>): Record<string, unknown> => ({
  ...facts,
  urls: { layout: `${urlBase}/sobjects/${type.name}/describe/layouts/${String(facts['recordTypeId'])}` },
});
