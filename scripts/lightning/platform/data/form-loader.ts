import type { FormContext } from './form-protocol.ts';
import { formInfo } from './form-info.ts';
import { nameFieldOf } from './name-field.ts';
import { MASTER_RECORD_TYPE, picklistsOf } from './object-info-cache.ts';
import type { ObjectInfo } from './object-info-cache.ts';
import { orgFetch } from './org-fetch.ts';
import { watchRecord } from './record-cache.ts';
import type { RecordRepresentation } from './record-types.ts';

export interface FormQuestion {
  readonly object: string;
  readonly recordId: string | undefined;
  readonly recordTypeId: string | undefined;
  readonly fields: readonly string[];
  readonly density: string;
  readonly readOnly: boolean;
}

/** Brings a form what its fields need, and again when the record changes. Returns how to stop. */
export function loadForm(
  question: FormQuestion,
  receive: (context: FormContext) => void,
  fail: (error: unknown) => void,
): () => void {
  let live = true;
  let stop: (() => void) | undefined;
  const run = async (): Promise<void> => {
    const info = await formInfo(question.object);
    if (!live) return;
    if (question.recordId) stop = watchExisting(question, info, question.recordId, receive, fail);
    else receive(await contextOf(question, info, undefined, await defaultsOf(question, info)));
  };
  run().catch(fail);
  return () => {
    live = false;
    stop?.();
  };
}

function watchExisting(
  question: FormQuestion,
  info: ObjectInfo,
  id: string,
  receive: (context: FormContext) => void,
  fail: (error: unknown) => void,
): () => void {
  const known = question.fields.filter((field) => info.fields[field] !== undefined);
  const references = known.flatMap((field) => {
    const { reference, relationshipName, referenceToInfos } = info.fields[field] as ObjectInfo['fields'][string];
    const name = nameFieldOf(referenceToInfos[0]?.nameFields);
    return reference && relationshipName !== null && name !== undefined
      ? [`${info.apiName}.${relationshipName}.${name}`]
      : [];
  });
  const optionalFields = [...known.map((field) => `${info.apiName}.${field}`), ...references];
  const request = { id, fields: [`${info.apiName}.Id`], optionalFields, layoutTypes: [], modes: [] };
  return watchRecord(request, (record, error) => {
    if (record === undefined) fail(error);
    else contextOf(question, info, record, {}).then(receive, fail);
  });
}

async function contextOf(
  question: FormQuestion,
  info: ObjectInfo,
  record: RecordRepresentation | undefined,
  defaults: Readonly<Record<string, unknown>>,
): Promise<FormContext> {
  const hasPicklist = question.fields.some((field) => /picklist/i.test(info.fields[field]?.dataType ?? ''));
  const recordType = question.recordTypeId ?? record?.recordTypeId ?? info.defaultRecordTypeId ?? MASTER_RECORD_TYPE;
  const picklists =
    hasPicklist && !question.readOnly ? (await picklistsOf(info.apiName, recordType)).picklistFieldValues : {};
  return { objectInfo: info, record, defaults, picklists, density: question.density, readOnly: question.readOnly };
}

async function defaultsOf({ recordTypeId }: FormQuestion, info: ObjectInfo): Promise<Record<string, unknown>> {
  const query = recordTypeId === undefined ? '' : `?recordTypeId=${recordTypeId}`;
  const { record } = await orgFetch<{ record: { fields: Record<string, { value: unknown }> } }>(
    `/ui-api/record-defaults/create/${info.apiName}${query}`,
  );
  return Object.fromEntries(Object.entries(record.fields).map(([name, { value }]) => [name, value]));
}
