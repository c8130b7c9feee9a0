import type { RouteExample } from './route-examples.ts';

const DATA = '/services/data/v66.0';
const MASTER = '012000000000000AAA';

const ui = (route: string, path: string, status = 200, body?: unknown): RouteExample => {
  const [method, pattern] = route.split(' ');
  return { route: `${method} /services/data/:version/ui-api${pattern}`, path: `${DATA}/ui-api${path}`, status, body };
};

/** What Lightning pages ask for. */
export const uiExamples: readonly RouteExample[] = [
  {
    route: 'POST /services/data/:version/graphql',
    path: `${DATA}/graphql`,
    status: 200,
    body: { query: '{ uiapi { query { Account(first: 1) { edges { node { Id } } } } } }' },
  },
  ui('GET /apps', '/apps'),
  ui('GET /apps/:appId', '/apps/Nothing', 404),
  ui('GET /apps/selected', '/apps/selected', 404),
  ui('GET /nav-items', '/nav-items'),
  ui('GET /layout/:object', '/layout/Account'),
  ui('GET /list-info/:object', '/list-info/Account'),
  ui('GET /list-info/:object/:view', '/list-info/Account/Nothing', 404),
  ui('GET /list-records/:object/:view', '/list-records/Account/Nothing', 404),
  ui('POST /list-records/:object/:view', '/list-records/Account/Nothing', 404, {}),
  ui('GET /list-ui/:object', '/list-ui/Account'),
  ui('GET /list-ui/:object/:view', '/list-ui/Account/Nothing', 404),
  ui('GET /lookups/:object/:field', '/lookups/Contact/AccountId?q=Example'),
  ui('GET /lookups/:object/:field/:target', '/lookups/Contact/AccountId/Account?q=Example'),
  ui('GET /object-info', '/object-info'),
  ui('GET /object-info/:object', '/object-info/Account'),
  ui('GET /object-info/batch/:objects', '/object-info/batch/Account,Contact'),
  ui('GET /object-info/:object/picklist-values/:recordTypeId', `/object-info/Account/picklist-values/${MASTER}`),
  ui(
    'GET /object-info/:object/picklist-values/:recordTypeId/:field',
    `/object-info/Account/picklist-values/${MASTER}/Industry`,
  ),
  ui('GET /record-defaults/create/:object', '/record-defaults/create/Account'),
  ui('GET /record-defaults/clone/:recordId', '/record-defaults/clone/{account}'),
  ui('GET /record-ui/:recordIds', '/record-ui/{account}'),
  ui('POST /records', '/records', 201, { apiName: 'Account', fields: { Name: 'Example' } }),
  ui('GET /records/:recordId', '/records/{account}?fields=Account.Name'),
  ui('PATCH /records/:recordId', '/records/{account}', 200, { fields: { Name: 'Example' } }),
  ui('DELETE /records/:recordId', '/records/{doomed4}', 204),
  ui('GET /records/batch/:recordIds', '/records/batch/{account},{parent}?fields=Account.Name'),
  ui('GET /related-list-info/:object', '/related-list-info/Account'),
  ui('GET /related-list-info/:object/:relatedListId', '/related-list-info/Account/Contacts'),
  ui('GET /related-list-info/batch/:object/:relatedListIds', '/related-list-info/batch/Account/Contacts'),
  ui('GET /related-list-count/:parentId/:relatedListId', '/related-list-count/{parent}/Contacts'),
  ui('GET /related-list-count/batch/:parentId/:relatedListIds', '/related-list-count/batch/{parent}/Contacts'),
  ui(
    'GET /related-list-records/:parentId/:relatedListId',
    '/related-list-records/{parent}/Contacts?fields=Contact.LastName',
  ),
  ui('POST /related-list-records/:parentId/:relatedListId', '/related-list-records/{parent}/Contacts', 200, {
    fields: ['Contact.LastName'],
  }),
  ui('POST /related-list-records/batch/:parentId', '/related-list-records/batch/{parent}', 200, {
    relatedListParameters: [{ relatedListId: 'Contacts', fields: ['Contact.LastName'] }],
  }),
];
