import type { Session } from '../../org.ts';
import type { RecordType, SObjectType } from '../../schema/model.ts';
import { resourceNotFound } from './access-errors.ts';

/** The id that stands for "no record type" in every org. */
export const MASTER_RECORD_TYPE_ID = '012000000000000AAA';

export interface RecordTypeInfo {
  readonly available: boolean;
  readonly defaultRecordTypeMapping: boolean;
  readonly master: boolean;
  readonly name: string;
  readonly recordTypeId: string;
}

/** Every active record type plus the master, by id; available are those that the user's profile was given. */
export function recordTypeInfos(session: Session, type: SObjectType): Readonly<Record<string, RecordTypeInfo>> {
  if (type.kind !== 'data' || type.field('RecordTypeId') === undefined) return masterOnly(type);
  const assigned = session.access.recordTypes(type.name);
  const infos: Record<string, RecordTypeInfo> = {};
  for (const recordType of type.recordTypes) {
    const recordTypeId = recordTypeIdOf(session, type, recordType);
    if (!recordType.active || recordTypeId === undefined) continue;
    infos[recordTypeId] = {
      available: assigned.includes(recordType.name),
      defaultRecordTypeMapping: assigned[0] === recordType.name,
      master: false,
      name: recordType.label,
      recordTypeId,
    };
  }
  return { ...infos, ...masterInfo(assigned.length === 0) };
}

function masterOnly(type: SObjectType): Readonly<Record<string, RecordTypeInfo>> {
  return type.kind === 'data' && type.name !== 'User' ? masterInfo(true) : {};
}

function masterInfo(isDefault: boolean): Record<string, RecordTypeInfo> {
  return {
    [MASTER_RECORD_TYPE_ID]: {
      available: true,
      defaultRecordTypeMapping: isDefault,
      master: true,
      name: 'Master',
      recordTypeId: MASTER_RECORD_TYPE_ID,
    },
  };
}

export function defaultRecordTypeId(session: Session, type: SObjectType): string | null {
  const infos = Object.values(recordTypeInfos(session, type));
  return infos.find((info) => info.defaultRecordTypeMapping)?.recordTypeId ?? null;
}

export function recordTypeIdOf(session: Session, type: SObjectType, recordType: RecordType): string | undefined {
  return recordTypeIds(session, type).get(recordType.name);
}

/** Record type name → id, from the records that stand behind the deployed types. */
function recordTypeIds(session: Session, type: SObjectType): Map<string, string> {
  const stored = session.org.schema().object('RecordType');
  const rows = stored === undefined ? [] : session.org.store.find(stored, 'SobjectType', [type.name]);
  return new Map(rows.map((row) => [String(row.DeveloperName), String(row.Id)]));
}

/** Undefined = the master. Throws when the object has no such record type. */
export function recordTypeById(session: Session, type: SObjectType, id: string): RecordType | undefined {
  if (id.slice(0, 15) === MASTER_RECORD_TYPE_ID.slice(0, 15)) return undefined;
  const ids = recordTypeIds(session, type);
  const found = type.recordTypes.find((candidate) => ids.get(candidate.name)?.slice(0, 15) === id.slice(0, 15));
  if (found === undefined) throw resourceNotFound();
  return found;
}
