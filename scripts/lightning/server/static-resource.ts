import { API_VERSION, query } from '../org/connection.ts';
import type { Connection } from '../org/connection.ts';
import { entryOfZip } from './zip-entry.ts';
import { HttpError } from './http.ts';
import type { HostRequest } from './http.ts';

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
};

/** `/resource/<name>` and, for an archive, `/resource/<name>/<path>`: the body that is deployed. */
export async function sendResource({ response, url }: HostRequest, connection: Connection): Promise<void> {
  const [, , name, ...rest] = url.pathname.split('/').map(decodeURIComponent);
  if (name === undefined || !/^\w+$/.test(name)) throw new HttpError(404, 'No such resource');
  const soql = `SELECT Id, ContentType FROM StaticResource WHERE Name = '${name}'`;
  const [resource] = await query<{ Id: string; ContentType: string }>(connection, soql);
  if (resource === undefined) throw new HttpError(404, `No static resource ${name} is deployed`);
  const answer = await fetch(
    `${connection.url}/services/data/v${API_VERSION}/sobjects/StaticResource/${resource.Id}/Body`,
    {
      headers: { authorization: `Bearer ${connection.accessToken}` },
    },
  );
  if (!answer.ok) throw new HttpError(answer.status, `Static resource ${name}: ${await answer.text()}`);
  const body = Buffer.from(await answer.arrayBuffer());
  const path = rest.join('/');
  const content = path === '' ? body : await entryOfZip(body, path);
  const type = path === '' ? resource.ContentType : (TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  response.end(content);
}
