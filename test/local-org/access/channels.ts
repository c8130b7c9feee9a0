import { at, listAt, textAt } from '../../support/local-org/answer-parts.ts';

/** An answer that refuses; anything else than access as its reason is a fault of the test. */
const ACCESS_CODES = new Set([
  'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
  'INSUFFICIENT_ACCESS',
  'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
  'INSUFFICIENT_ACCESS_OR_READONLY',
  'INVALID_FIELD_FOR_INSERT_UPDATE',
  'INVALID_TYPE',
  'NOT_FOUND',
]);

export interface Caller {
  readonly url: string;
  readonly token: string;
}

export interface Target {
  readonly object: string;
  readonly id: string;
}

type Values = Readonly<Record<string, string>>;

/** One way to the org; each act says whether it was allowed. */
export interface Channel {
  readonly name: 'REST' | 'SOQL' | 'GraphQL' | 'UI API' | 'Bulk';
  create?(caller: Caller, object: string, values: Values): Promise<boolean>;
  read(caller: Caller, target: Target): Promise<boolean>;
  update?(caller: Caller, target: Target, values: Values): Promise<boolean>;
  remove?(caller: Caller, target: Target): Promise<boolean>;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function call(
  caller: Caller,
  method: string,
  path: string,
  body?: unknown,
  type = 'application/json',
): Promise<Answer> {
  const response = await fetch(`${caller.url}/services/data/v66.0${path}`, {
    method,
    headers: { authorization: `Bearer ${caller.token}`, 'content-type': type },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = text !== '' && response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, body: json ? (JSON.parse(text) as unknown) : text };
}

function allowed(ok: boolean, code: unknown, answer: unknown): boolean {
  if (!ok && !ACCESS_CODES.has(String(code)))
    throw new Error(`Expected a refusal of access, got ${JSON.stringify(answer)}`);
  return ok;
}

const byStatus = ({ status, body }: Answer): boolean =>
  allowed(status < 300, at(body, '0.errorCode') ?? at(body, 'output.errors.0.errorCode') ?? fieldError(body), body);

function fieldError(body: unknown): unknown {
  const errors = at(body, 'output.fieldErrors');
  return typeof errors === 'object' && errors !== null ? at(Object.values(errors), '0.0.errorCode') : undefined;
}

export const rest: Channel = {
  name: 'REST',
  create: async (caller, object, values) => byStatus(await call(caller, 'POST', `/sobjects/${object}`, values)),
  read: async (caller, { object, id }) => byStatus(await call(caller, 'GET', `/sobjects/${object}/${id}?fields=Id`)),
  update: async (caller, { object, id }, values) =>
    byStatus(await call(caller, 'PATCH', `/sobjects/${object}/${id}`, values)),
  remove: async (caller, { object, id }) => byStatus(await call(caller, 'DELETE', `/sobjects/${object}/${id}`)),
};

export const soql: Channel = {
  name: 'SOQL',
  async read(caller, { object, id }) {
    const query = encodeURIComponent(`SELECT Id FROM ${object} WHERE Id = '${id}'`);
    const answer = await call(caller, 'GET', `/query?q=${query}`);
    return byStatus(answer) && at(answer.body, 'totalSize') === 1;
  },
};

export const uiApi: Channel = {
  name: 'UI API',
  create: async (caller, apiName, fields) =>
    byStatus(await call(caller, 'POST', '/ui-api/records', { apiName, fields })),
  read: async (caller, { object, id }) =>
    byStatus(await call(caller, 'GET', `/ui-api/records/${id}?fields=${object}.Id`)),
  update: async (caller, { id }, fields) => byStatus(await call(caller, 'PATCH', `/ui-api/records/${id}`, { fields })),
  remove: async (caller, { id }) => byStatus(await call(caller, 'DELETE', `/ui-api/records/${id}`)),
};

/** An object that the user may not read is not in the user's GraphQL schema. */
function byErrors({ body }: Answer): boolean {
  const errors = listAt(body, 'errors');
  const unknown = errors.some((error) => /FieldUndefined|UnknownType|Unknown type/.test(String(at(error, 'message'))));
  return allowed(errors.length === 0, unknown ? 'INVALID_TYPE' : at(errors, '0.extensions.errorCode'), body);
}

async function mutate(caller: Caller, object: string, act: string, input: unknown, answer: string): Promise<boolean> {
  const query = `mutation M($input: ${act === 'Delete' ? 'RecordDeleteInput' : `${object}${act}Input`}!) {
    uiapi { ${object}${act}(input: $input) { ${answer} } } }`;
  return byErrors(await call(caller, 'POST', '/graphql', { query, variables: { input } }));
}

export const graphql: Channel = {
  name: 'GraphQL',
  create: (caller, object, values) => mutate(caller, object, 'Create', { [object]: values }, 'Record { Id }'),
  async read(caller, { object, id }) {
    const query = `query { uiapi { query { ${object}(where: { Id: { eq: "${id}" } }) { totalCount } } } }`;
    const answer = await call(caller, 'POST', '/graphql', { query });
    return byErrors(answer) && at(answer.body, `data.uiapi.query.${object}.totalCount`) === 1;
  },
  update: (caller, { object, id }, values) =>
    mutate(caller, object, 'Update', { Id: id, [object]: values }, 'Record { Id }'),
  remove: (caller, { object, id }) => mutate(caller, object, 'Delete', { Id: id }, 'Id'),
};

/** One row as a job of its own. */
async function ingest(caller: Caller, object: string, operation: string, values: Values): Promise<boolean> {
  const created = await call(caller, 'POST', '/jobs/ingest', {
    object,
    operation,
    contentType: 'CSV',
    lineEnding: 'LF',
  });
  if (!byStatus(created)) return false;
  const job = `/jobs/ingest/${textAt(created.body, 'id')}`;
  const csv = `${Object.keys(values).join(',')}\n${Object.values(values).join(',')}\n`;
  await call(caller, 'PUT', `${job}/batches`, csv, 'text/csv');
  await call(caller, 'PATCH', job, { state: 'UploadComplete' });
  let info = await call(caller, 'GET', job);
  while (['UploadComplete', 'InProgress'].includes(String(at(info.body, 'state'))))
    info = await call(caller, 'GET', job);
  if (at(info.body, 'state') === 'Failed')
    return allowed(
      false,
      String(at(info.body, 'errorMessage'))
        .split(' : ')[0]
        ?.replace(/^InvalidBatch$/, 'INVALID_FIELD_FOR_INSERT_UPDATE'),
      info.body,
    );
  const { body } = await call(caller, 'GET', `${job}/failedResults`);
  const [, failed = ''] = String(body).split('\n');
  return allowed(failed === '', /"[^"]*","?([A-Z_]+):/.exec(failed)?.[1], body);
}

export const bulk: Channel = {
  name: 'Bulk',
  create: (caller, object, values) => ingest(caller, object, 'insert', values),
  async read(caller, { object, id }) {
    const query = `SELECT Id FROM ${object} WHERE Id = '${id}'`;
    const created = await call(caller, 'POST', '/jobs/query', { operation: 'query', query });
    if (!byStatus(created)) return false;
    const job = `/jobs/query/${textAt(created.body, 'id')}`;
    let state = at((await call(caller, 'GET', job)).body, 'state');
    while (state === 'UploadComplete' || state === 'InProgress')
      state = at((await call(caller, 'GET', job)).body, 'state');
    return String((await call(caller, 'GET', `${job}/results`)).body).includes(id);
  },
  update: (caller, { object, id }, values) => ingest(caller, object, 'update', { Id: id, ...values }),
  remove: (caller, { object, id }) => ingest(caller, object, 'delete', { Id: id }),
};

/** What `UserRecordAccess` says to the user about a record: `redt`. */
export async function userRecordAccess(caller: Caller, userId: string, id: string): Promise<string> {
  const query = `SELECT HasReadAccess, HasEditAccess, HasDeleteAccess, HasTransferAccess FROM UserRecordAccess WHERE UserId = '${userId}' AND RecordId = '${id}'`;
  const { body } = await call(caller, 'GET', `/query?q=${encodeURIComponent(query)}`);
  const right = (name: string, letter: string) => (at(body, `records.0.Has${name}Access`) === true ? letter : '');
  return right('Read', 'r') + right('Edit', 'e') + right('Delete', 'd') + right('Transfer', 't');
}
