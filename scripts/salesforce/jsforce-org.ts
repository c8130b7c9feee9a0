import type { Connection } from '@salesforce/core';
import { MidfieldError } from '../model/errors.ts';
import { bulkQuery } from './bulk-query.ts';
import { deployComponents } from './deploy.ts';
import type { OrgPort, OrgRecord } from './org-port.ts';
import { writeRows } from './write.ts';

/** Opens the door to the org behind a connection of the `sf` CLI's own kind. */
export function openOrg(connection: Connection): OrgPort {
  return {
    username: connection.getUsername() ?? '',
    instanceUrl: connection.instanceUrl,
    query: (soql) =>
      told(async () => (await connection.autoFetchQuery(soql, { maxFetch: 2_000_000 })).records as never),
    stream: (soql, signal) => toldEach(bulkQuery(connection, soql, signal), signal),
    toolingQuery: (soql) => told(async () => (await connection.tooling.query(soql)).records as never),
    toolingUpdate: (object, record) =>
      told(async () => {
        await connection.tooling.update(object, record as OrgRecord & { Id: string });
      }),
    objects: () => told(async () => new Set((await connection.describeGlobal()).sobjects.map((object) => object.name))),
    fields: (object) =>
      told(async () => new Map((await connection.describe(object)).fields.map((field) => [field.name, field.type]))),
    insert: (object, rows, options) =>
      told(() => writeRows(connection, { object, operation: 'insert', rows, ...options }), options?.signal),
    update: (object, rows, options) =>
      told(() => writeRows(connection, { object, operation: 'update', rows, ...options }), options?.signal),
    upsert: (object, externalIdField, rows, options) =>
      told(
        () => writeRows(connection, { object, operation: 'upsert', externalIdField, rows, ...options }),
        options?.signal,
      ),
    remove: (object, ids, options) => {
      const rows = ids.map((Id) => ({ Id }));
      return told(() => writeRows(connection, { object, operation: 'delete', rows, ...options }), options?.signal);
    },
    readMetadata: (type, fullName) => told(() => readMetadata(connection, type, fullName)),
    readAllMetadata: (type, fullNames) => told(() => readAllMetadata(connection, type, fullNames)),
    picklists: (object) => told(() => picklistsOf(connection, object)),
    listMetadata: (type) =>
      told(async () => [await connection.metadata.list({ type })].flat().map((properties) => properties.fullName)),
    deploy: (components, options) => told(() => deployComponents(connection, components, options)),
  };
}

async function readMetadata(connection: Connection, type: string, fullName: string): Promise<OrgRecord | undefined> {
  const found = [await connection.metadata.read(type as never, fullName)].flat()[0] as OrgRecord | undefined;
  return found && Object.keys(found).length > 0 ? found : undefined;
}

/** Components in one request; the platform's own limit. */
const READ_SIZE = 10;

async function readAllMetadata(
  connection: Connection,
  type: string,
  fullNames: readonly string[],
): Promise<Map<string, OrgRecord>> {
  const found = new Map<string, OrgRecord>();
  for (let start = 0; start < fullNames.length; start += READ_SIZE) {
    const names = fullNames.slice(start, start + READ_SIZE);
    const records = [await connection.metadata.read(type as never, names)].flat() as OrgRecord[];
    for (const record of records) if (typeof record?.['fullName'] === 'string') found.set(record['fullName'], record);
  }
  return found;
}

async function picklistsOf(connection: Connection, object: string): Promise<Map<string, string[]>> {
  const { fields } = await connection.describe(object);
  const lists = fields.filter(
    ({ type, updateable }) => updateable && (type === 'picklist' || type === 'multipicklist'),
  );
  return new Map(
    lists.map(({ name, picklistValues = [] }) => [
      name,
      (picklistValues ?? []).filter(({ active }) => active).map(({ value }) => String(value)),
    ]),
  );
}

/** Words the two ways an org says no. Who was told to stop says why he was, not what broke off. */
async function told<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await work();
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof MidfieldError || !(error instanceof Error)) throw error;
    const code = codeOf(error);
    if (isUnreachable(code, error)) throw new MidfieldError('OrgUnreachable', [error.message], { cause: error });
    throw new MidfieldError(
      'OrgRejected',
      [error.message.startsWith(code) ? error.message : `${code}: ${error.message}`],
      { cause: error },
    );
  }
}

async function* toldEach<T>(rows: AsyncGenerator<T, void>, signal?: AbortSignal): AsyncGenerator<T> {
  for (;;) {
    const next: IteratorResult<T, void> = await told(() => rows.next(), signal);
    if (next.done) return;
    yield next.value;
  }
}

/** SOAP puts `sf:` before the code that stands in its words again. */
function codeOf(error: Error): string {
  const code = 'errorCode' in error && typeof error.errorCode === 'string' ? error.errorCode : error.name;
  return code.replace(/^sf:/, '');
}

/** While a deploy is watched, its client hands on the words of what happened and drops the error that had them. */
const lostConnection = /fetch failed|socket hang up|ECONN|ETIMEDOUT|consecutive retryable errors/;

function isUnreachable(code: string, error: Error): boolean {
  if (error.name === 'MetadataTransferError' && lostConnection.test(error.message)) return true;
  const system = (error.cause as { code?: string } | undefined)?.code ?? (error as { code?: string }).code ?? '';
  return code === 'INVALID_SESSION_ID' || ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT'].includes(system);
}
