import type { FieldValue, Session } from '../../org.ts';
import type { Field, SObjectType } from '../../schema/model.ts';
import type { QueryRecord } from '../../soql/contract.ts';
import { displayValue } from './display-value.ts';
import { entityTag } from './entity-tag.ts';
import type { FieldTree } from './field-tree.ts';
import { nameFieldOf } from './name-fields.ts';
import { MASTER_RECORD_TYPE_ID, type RecordTypeInfo, recordTypeInfos } from './record-types.ts';
import { type Viewer, viewerOf } from './viewer.ts';

export interface FieldValueRepresentation {
  readonly displayValue: string | null;
  readonly value: FieldValue | RecordRepresentation;
}

export interface RecordRepresentation {
  readonly apiName: string;
  readonly childRelationships: Readonly<Record<string, unknown>>;
  readonly eTag: string;
  readonly fields: Readonly<Record<string, FieldValueRepresentation>>;
  readonly id: string | null;
  readonly lastModifiedById: string | null;
  readonly lastModifiedDate: string | null;
  readonly recordTypeId: string | null;
  readonly recordTypeInfo: RecordTypeInfo | null;
  readonly systemModstamp: string | null;
  readonly weakEtag: number;
}

export type Represent = (record: QueryRecord) => RecordRepresentation;

/** Turns query records of one select list into Record representations; what is the same for all is worked out once. */
export function representer(session: Session, tree: FieldTree): Represent {
  const viewer = viewerOf(session);
  const infos = new Map<SObjectType, Readonly<Record<string, RecordTypeInfo>>>();
  const infosOf = (type: SObjectType): Readonly<Record<string, RecordTypeInfo>> => {
    let known = infos.get(type);
    if (known === undefined) infos.set(type, (known = recordTypeInfos(session, type)));
    return known;
  };
  const represent = (record: QueryRecord, level: FieldTree): RecordRepresentation => {
    const type = session.org.schema().object(record.attributes.type) ?? level.type;
    const fields: Record<string, FieldValueRepresentation> = {};
    for (const field of level.fields.values()) fields[field.name] = fieldValue(record, field, viewer);
    for (const [relationship, parent] of level.parents) {
      const value = record[relationship];
      fields[relationship] = isRecord(value)
        ? { displayValue: nameOf(session, value), value: represent(value, parent.tree) }
        : { displayValue: null, value: null };
    }
    return {
      ...envelope(record, type, infosOf(type)),
      fields: sorted(fields),
      eTag: entityTag([record.Id, record.SystemModstamp, fields]),
    };
  };
  return (record) => represent(record, tree);
}

function envelope(
  record: QueryRecord,
  type: SObjectType,
  infos: Readonly<Record<string, RecordTypeInfo>>,
): Omit<RecordRepresentation, 'eTag' | 'fields'> {
  const systemModstamp = moment(record.SystemModstamp);
  const recordTypeId = text(record.RecordTypeId);
  return {
    apiName: type.name,
    childRelationships: {},
    id: text(record.Id),
    lastModifiedById: text(record.LastModifiedById),
    lastModifiedDate: moment(record.LastModifiedDate),
    recordTypeId: recordTypeId ?? (MASTER_RECORD_TYPE_ID in infos ? MASTER_RECORD_TYPE_ID : null),
    recordTypeInfo: recordTypeId === null ? null : (infos[recordTypeId] ?? null),
    systemModstamp,
    weakEtag: systemModstamp === null ? 0 : Date.parse(systemModstamp),
  };
}

function fieldValue(record: QueryRecord, field: Field, viewer: Viewer): FieldValueRepresentation {
  const value = rawValue(field, record[field.name]);
  return { displayValue: displayValue(field, value, viewer), value };
}

/** The UI API writes moments with `Z` where REST queries write `+0000`. */
export function rawValue(field: Field, value: unknown): FieldValue {
  if (value === undefined || value === null) return null;
  if (field.type === 'datetime') return moment(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : JSON.stringify(value);
}

export function nameOf(session: Session, record: QueryRecord): string | null {
  const type = session.org.schema().object(record.attributes.type);
  const name = type === undefined ? undefined : nameFieldOf(type);
  return text(record[name?.name ?? 'Name']);
}

export function isRecord(value: unknown): value is QueryRecord {
  return typeof value === 'object' && value !== null && 'attributes' in value;
}

function moment(value: unknown): string | null {
  return typeof value === 'string' ? value.replace(/\+0000$/, 'Z') : null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function sorted<T>(fields: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
}
