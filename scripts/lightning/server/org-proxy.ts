import { request as send } from 'node:http';
import { request as sendSecure } from 'node:https';
import { pipeline } from 'node:stream/promises';
import type { Connection } from '../org/connection.ts';
import type { HostRequest } from './http.ts';

const FORWARDED = [
  'content-type',
  'accept',
  'accept-language',
  'if-unmodified-since',
  'if-match',
  'x-sfdc-allow-mutations',
];

/** Passes a page's call to the org with the signed-in user's token, which the browser never sees. */
export async function proxyToOrg({ request, response, url }: HostRequest, connection: Connection): Promise<void> {
  const target = new URL(`${url.pathname}${url.search}`, connection.url);
  const headers: Record<string, string> = { authorization: `Bearer ${connection.accessToken}` };
  for (const name of FORWARDED) {
    const value = request.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  const length = request.headers['content-length'];
  if (length !== undefined) headers['content-length'] = length;
  await new Promise<void>((resolve, reject) => {
    const forwarded = (target.protocol === 'https:' ? sendSecure : send)(
      target,
      { method: request.method, headers },
      (answer) => {
        const type = answer.headers['content-type'] ?? 'application/json; charset=utf-8';
        response.writeHead(answer.statusCode ?? 502, { 'content-type': type, 'cache-control': 'no-store' });
        pipeline(answer, response).then(resolve, reject);
      },
    );
    forwarded.on('error', reject);
    pipeline(request, forwarded).catch(reject);
  });
}
