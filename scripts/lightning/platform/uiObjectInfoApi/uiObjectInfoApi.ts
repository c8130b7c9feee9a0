import { cachedGet, objectInfo, picklistsOf } from '../data/object-info-cache.ts';
import type { ObjectInfo, PicklistValues } from '../data/object-info-cache.ts';
import { qualified } from '../data/record-types.ts';
import type { FieldReference } from '../data/record-types.ts';
import { requestSource, wireAdapter } from '../data/wire-adapter.ts';
import type { WireResult } from '../data/wire-adapter.ts';

type ObjectReference = string | { readonly objectApiName: string };

const nameOf = (object: ObjectReference): string => (typeof object === 'string' ? object : object.objectApiName);

export const getObjectInfo = wireAdapter<{ objectApiName: ObjectReference | undefined }, WireResult<ObjectInfo>>(
  requestSource(({ objectApiName }) => (objectApiName ? () => objectInfo(nameOf(objectApiName)) : undefined)),
);

interface Batch {
  readonly results: readonly { readonly statusCode: number; readonly result: unknown }[];
}

export const getObjectInfos = wireAdapter<
  { objectApiNames: readonly ObjectReference[] | undefined },
  WireResult<Batch>
>(
  requestSource(({ objectApiNames }) => {
    if (objectApiNames === undefined || objectApiNames.length === 0) return undefined;
    return () => cachedGet(`/ui-api/object-info/batch/${objectApiNames.map(nameOf).join(',')}`);
  }),
);

interface PicklistConfig {
  readonly fieldApiName: FieldReference | undefined;
  readonly recordTypeId: string | undefined;
}

export const getPicklistValues = wireAdapter<PicklistConfig, WireResult<PicklistValues>>(
  requestSource(({ fieldApiName, recordTypeId }) => {
    if (!fieldApiName || !recordTypeId) return undefined;
    const [object, field] = qualified(fieldApiName).split('.') as [string, string];
    return () => cachedGet(`/ui-api/object-info/${object}/picklist-values/${recordTypeId}/${field}`);
  }),
);

interface RecordTypeConfig {
  readonly objectApiName: ObjectReference | undefined;
  readonly recordTypeId: string | undefined;
}

export const getPicklistValuesByRecordType = wireAdapter<RecordTypeConfig, WireResult<unknown>>(
  requestSource(({ objectApiName, recordTypeId }) => {
    if (!objectApiName || !recordTypeId) return undefined;
    return () => picklistsOf(nameOf(objectApiName), recordTypeId);
  }),
);
