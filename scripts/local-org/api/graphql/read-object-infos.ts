import { OrgError } from '../../errors.ts';
import type { Session } from '../../org.ts';
import type { SObjectType } from '../../schema/model.ts';
import { readableObject } from '../ui-api/access-errors.ts';
import { objectInfo } from '../ui-api/object-info.ts';
import { picklistFields, type PicklistValuesRepresentation, picklistValues } from '../ui-api/picklist-values.ts';
import { recordTypeById, recordTypeInfos } from '../ui-api/record-types.ts';
import type { Reader } from './reader.ts';

interface Asked {
  readonly apiName: string;
  /** Undefined: no picklist values; empty: of every record type. */
  readonly recordTypeIDs?: readonly string[] | null;
  readonly fieldNames?: readonly string[] | null;
}

export interface ObjectInfosArguments {
  readonly apiNames?: readonly string[] | null;
  readonly objectInfoInputs?: readonly Asked[] | null;
  readonly locale?: string | null;
}

type Content = Readonly<Record<string, unknown>>;

export function readObjectInfos(reader: Reader, args: ObjectInfosArguments): Content[] {
  const { apiNames, objectInfoInputs, locale } = args;
  if ((apiNames == null) === (objectInfoInputs == null)) {
    throw new OrgError('INVALID_ARGUMENT', 'Pass either apiNames or objectInfoInputs to objectInfos.');
  }
  const { session } = reader.request;
  const viewed: Session = locale == null ? session : { ...session, user: { ...session.user, language: locale } };
  const asked = objectInfoInputs ?? (apiNames ?? []).map((apiName): Asked => ({ apiName }));
  return asked.map((one) => describe(viewed, reader.request.urlBase, one));
}

function describe(session: Session, urlBase: string, asked: Asked): Content {
  const type = readableObject(session, asked.apiName);
  const info = objectInfo(session, type);
  const picklists =
    asked.recordTypeIDs == null ? new Map<string, Content[]>() : picklistsOf(session, urlBase, type, asked);
  const fields = Object.values(info.fields as Record<string, Content>).map((field) => {
    const values = picklists.get(String(field.apiName));
    const isPicklist = type.field(String(field.apiName))?.picklist !== undefined;
    return isPicklist ? { ...field, picklistValuesByRecordTypeIDs: values ?? [] } : field;
  });
  return {
    ...info,
    fields,
    recordTypeInfos: Object.values(info.recordTypeInfos as object),
    dependentFields: dependentList(info.dependentFields as Content),
  };
}

function picklistsOf(session: Session, urlBase: string, type: SObjectType, asked: Asked): Map<string, Content[]> {
  const ids = asked.recordTypeIDs?.length ? asked.recordTypeIDs : Object.keys(recordTypeInfos(session, type));
  const wanted = asked.fieldNames?.length ? asked.fieldNames : undefined;
  const fields = picklistFields(session, type).filter(({ name }) => wanted === undefined || wanted.includes(name));
  return new Map(
    fields.map((field) => [
      field.name,
      ids.map((id) => {
        const recordType = recordTypeById(session, type, id);
        return ofRecordType(id, picklistValues(session, type, field, { recordType, urlBase }));
      }),
    ]),
  );
}

function ofRecordType(
  recordTypeID: string,
  { controllerValues, defaultValue, values }: PicklistValuesRepresentation,
): Content {
  const controllers = Object.entries(controllerValues).map(([key, value]) => ({ key, value }));
  return { recordTypeID, controllerValues: controllers, defaultValue, picklistValues: values };
}

/** The map of the UI API as the list of GraphQL. */
function dependentList(map: Content): Content[] {
  return Object.entries(map).map(([controllingField, below]) => ({
    controllingField,
    dependentFields: dependentList(below as Content),
  }));
}
