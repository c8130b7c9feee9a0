/**
 * One request for every route of the local org. `{account}` and the like are filled in by the test; the status is what
 * Salesforce answers, or 501 where the route exists to refuse by name.
 */
export interface RouteExample {
  readonly route: string;
  readonly path: string;
  readonly status: number;
  readonly body?: unknown;
  readonly type?: string;
}

const DATA = '/services/data/v66.0';
const example = (route: string, path: string, status = 200, body?: unknown, type?: string): RouteExample => ({
  route,
  path,
  status,
  body,
  type,
});
const data = (route: string, path: string, status = 200, body?: unknown, type?: string): RouteExample => {
  const [method, pattern] = route.split(' ');
  return example(`${method} /services/data/:version${pattern}`, `${DATA}${path}`, status, body, type);
};
const account = { attributes: { type: 'Account' }, Name: 'Example' };
const envelope = (header: string, body: string): string =>
  `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header>${header}</e:Header><e:Body>${body}</e:Body></e:Envelope>`;
const describeMetadata = envelope(
  '<SessionHeader xmlns="http://soap.sforce.com/2006/04/metadata"><sessionId>{token}</sessionId></SessionHeader>',
  '<describeMetadata xmlns="http://soap.sforce.com/2006/04/metadata"><asOfVersion>66.0</asOfVersion></describeMetadata>',
);
const login = envelope('', '<login xmlns="urn:partner.soap.sforce.com"><username>a</username></login>');
const soql = encodeURIComponent('SELECT Id FROM Account');
const span = 'start={start}&end={end}';

export const coreExamples: readonly RouteExample[] = [
  example('GET /services/data', '/services/data'),
  example('GET /services/data/:version', DATA),
  example('GET /id/:organization/:user', '/id/{organization}/{user}'),
  example('GET /services/oauth2/userinfo', '/services/oauth2/userinfo'),
  example('POST /services/oauth2/userinfo', '/services/oauth2/userinfo'),
  example(
    'POST /services/oauth2/token',
    '/services/oauth2/token',
    501,
    'grant_type=password',
    'application/x-www-form-urlencoded',
  ),
  example(
    'POST /services/oauth2/revoke',
    '/services/oauth2/revoke',
    200,
    'token=unknown',
    'application/x-www-form-urlencoded',
  ),
  example('GET /services/local-org/connected-apps', '/services/local-org/connected-apps'),
  example('POST /services/local-org/connected-apps', '/services/local-org/connected-apps', 400, { consumerKey: 'x' }),
  example('DELETE /services/local-org/connected-apps/:consumerKey', '/services/local-org/connected-apps/none', 404),
  example('GET /services/local-org/coverage', '/services/local-org/coverage'),
  example('GET /services/local-org/clock', '/services/local-org/clock'),
  example('POST /services/local-org/clock', '/services/local-org/clock', 200, { advanceSeconds: 0 }),
  example('GET /services/local-org/faults', '/services/local-org/faults'),
  example('POST /services/local-org/faults', '/services/local-org/faults', 400, { kind: 'earthquake' }),
  example('DELETE /services/local-org/faults/:id', '/services/local-org/faults/none', 404),
  example('DELETE /services/local-org/faults', '/services/local-org/faults', 204),
  data('GET /actions', '/actions'),
  data('GET /actions/custom', '/actions/custom'),
  data('GET /actions/custom/flow', '/actions/custom/flow'),
  data('GET /actions/custom/flow/:name', '/actions/custom/flow/Nothing', 404),
  data('POST /actions/custom/flow/:name', '/actions/custom/flow/Nothing', 404, { inputs: [{}] }),
  example('POST /services/local-org/sessions', '/services/local-org/sessions', 201, { username: '{username}' }),
  data('POST /metadata/deployRequest', '/metadata/deployRequest', 400, {}),
  data('GET /metadata/deployRequest/:id', '/metadata/deployRequest/0AfLO0000000000AAA', 404),
  data('PATCH /metadata/deployRequest/:id', '/metadata/deployRequest/0AfLO0000000000AAA', 404, {
    deployResult: { status: 'Canceling' },
  }),
  example('POST /services/Soap/m/:version', '/services/Soap/m/66.0', 200, describeMetadata, 'text/xml'),
  example(
    'POST /services/Soap/m/:version/:organization',
    '/services/Soap/m/66.0/{organization}',
    200,
    describeMetadata,
    'text/xml',
  ),
  example('POST /services/Soap/u/:version', '/services/Soap/u/66.0', 500, login, 'text/xml'),
  example('POST /services/Soap/c/:version', '/services/Soap/c/66.0', 500, login, 'text/xml'),
  example('POST /services/Soap/T/:version', '/services/Soap/T/66.0', 500, login, 'text/xml'),
  example(
    'POST /services/Soap/s/:version/:organization',
    '/services/Soap/s/66.0/{organization}',
    500,
    login,
    'text/xml',
  ),
  data('GET /limits', '/limits'),
];

export const recordExamples: readonly RouteExample[] = [
  data('GET /query', `/query?q=${soql}`),
  data('GET /query/:locator', '/query/01g000000000000AAA-2000', 400),
  data('GET /queryAll', `/queryAll?q=${soql}`),
  data('GET /queryAll/:locator', '/queryAll/01g000000000000AAA-2000', 400),
  data('GET /sobjects', '/sobjects'),
  data('GET /sobjects/:object', '/sobjects/Account'),
  data('GET /sobjects/:object/describe', '/sobjects/Account/describe'),
  data('GET /sobjects/:object/deleted', `/sobjects/Account/deleted?${span}`),
  data('GET /sobjects/:object/updated', `/sobjects/Account/updated?${span}`),
  data('POST /sobjects/:object', '/sobjects/Account', 201, { Name: 'Example' }),
  data('GET /sobjects/:object/:id', '/sobjects/Account/{account}'),
  data('PATCH /sobjects/:object/:id', '/sobjects/Account/{account}', 204, { Name: 'Example' }),
  data('DELETE /sobjects/:object/:id', '/sobjects/Account/{doomed}', 204),
  data('GET /sobjects/:object/:field/:value', '/sobjects/Account/Id/{account}'),
  data('PATCH /sobjects/:object/:field/:value', '/sobjects/Account/Id/{account}', 200, { Name: 'Example' }),
  data('DELETE /sobjects/:object/:field/:value', '/sobjects/Account/Id/{doomed2}', 204),
  data('GET /composite', '/composite'),
  data('POST /composite', '/composite', 200, { compositeRequest: [] }),
  data('POST /composite/batch', '/composite/batch', 200, { batchRequests: [] }),
  data('POST /composite/graph', '/composite/graph', 200, { graphs: [] }),
  data('POST /composite/tree/:object', '/composite/tree/Account', 201, {
    records: [{ ...account, attributes: { type: 'Account', referenceId: 'a' } }],
  }),
  data('POST /composite/sobjects', '/composite/sobjects', 200, { records: [account] }),
  data('PATCH /composite/sobjects', '/composite/sobjects', 200, { records: [{ ...account, Id: '{account}' }] }),
  data('DELETE /composite/sobjects', '/composite/sobjects?ids={doomed3}'),
  data('GET /composite/sobjects/:object', '/composite/sobjects/Account?ids={account}&fields=Id'),
  data('POST /composite/sobjects/:object', '/composite/sobjects/Account', 200, { ids: ['{account}'], fields: ['Id'] }),
  data('PATCH /composite/sobjects/:object/:field', '/composite/sobjects/Account/Id', 200, {
    records: [{ ...account, Id: '{account}' }],
  }),
];

export const jobExamples: readonly RouteExample[] = [
  data('POST /jobs/ingest', '/jobs/ingest', 200, { object: 'Account', operation: 'insert' }),
  data('GET /jobs/ingest', '/jobs/ingest'),
  data('GET /jobs/ingest/:id', '/jobs/ingest/{ingest}'),
  data('PUT /jobs/ingest/:id/batches', '/jobs/ingest/{ingest}/batches', 201, 'Name\nExample\n', 'text/csv'),
  data('PATCH /jobs/ingest/:id', '/jobs/ingest/{ingest}', 200, { state: 'UploadComplete' }),
  data('GET /jobs/ingest/:id/successfulResults', '/jobs/ingest/{ingest}/successfulResults'),
  data('GET /jobs/ingest/:id/failedResults', '/jobs/ingest/{ingest}/failedResults'),
  data('GET /jobs/ingest/:id/unprocessedrecords', '/jobs/ingest/{ingest}/unprocessedrecords'),
  data('DELETE /jobs/ingest/:id', '/jobs/ingest/{ingest}', 204),
  data('POST /jobs/query', '/jobs/query', 200, { operation: 'query', query: 'SELECT Id FROM Account' }),
  data('GET /jobs/query', '/jobs/query'),
  data('GET /jobs/query/:id', '/jobs/query/{extract}'),
  data('GET /jobs/query/:id/results', '/jobs/query/{extract}/results'),
  data('PATCH /jobs/query/:id', '/jobs/query/{extract}', 400, { state: 'Aborted' }),
  data('DELETE /jobs/query/:id', '/jobs/query/{extract}', 204),
];

export const toolingExamples: readonly RouteExample[] = [
  data('GET /tooling/query', `/tooling/query?q=${encodeURIComponent('SELECT Id FROM EntityDefinition LIMIT 1')}`),
  data('GET /tooling/query/:locator', '/tooling/query/01g000000000000AAA-2000', 400),
  data('GET /tooling/sobjects', '/tooling/sobjects'),
  data('GET /tooling/sobjects/:object/describe', '/tooling/sobjects/Flow/describe'),
  data('GET /tooling/sobjects/:object/:id', '/tooling/sobjects/EntityDefinition/{entity}'),
  data('PATCH /tooling/sobjects/:object/:id', '/tooling/sobjects/EntityDefinition/{entity}', 501, {}),
  data('POST /tooling/sobjects/:object', '/tooling/sobjects/Flow', 501, {}),
  data('DELETE /tooling/sobjects/:object/:id', '/tooling/sobjects/EntityDefinition/{entity}', 501),
];
