import { sign } from 'node:crypto';
import { request } from 'node:http';
import { connect } from 'node:net';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../support/local-org.ts';
import { selfSigned } from './self-signed.ts';

let test: TestOrg;
beforeAll(async () => {
  test = await startTestOrg();
});
afterAll(() => test.close());

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly bytes: Buffer;
}

interface Ask {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: Buffer | string;
}

/** Below fetch, so that Host and the raw path are ours to choose. */
function ask({ method = 'GET', path, headers = {}, body }: Ask): Promise<Answer> {
  const { port } = new URL(test.org.url);
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, bytes: Buffer.concat(chunks) }),
      );
      incoming.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const bearer = (): Record<string, string> => ({ authorization: `Bearer ${test.org.accessToken}` });
const errorOf = ({ bytes }: Answer): { errorCode: string; message: string } =>
  (JSON.parse(bytes.toString()) as [{ errorCode: string; message: string }])[0];

const part = (content: object): string => Buffer.from(JSON.stringify(content)).toString('base64url');
const inAMinute = (): number => Math.floor(Date.now() / 1000) + 60;

describe('log-in by a signed assertion', () => {
  const ours = selfSigned('midnight runner');
  const asked = (claims: object, key = ours.privateKey): string => {
    const whole = { iss: 'runner', sub: test.org.username, aud: 'https://login.salesforce.com', exp: inAMinute() };
    const text = `${part({ alg: 'RS256' })}.${part({ ...whole, ...claims })}`;
    return `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`;
  };
  const token = async (assertion: string): Promise<{ status: number; body: Record<string, string> }> => {
    const form = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
    const answer = await fetch(`${test.org.url}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, string> };
  };
  const apps = (method: string, path: string, body?: object): Promise<Answer> => {
    const headers = { ...bearer(), 'content-type': 'application/json' };
    return ask({
      method,
      path: `/services/local-org/connected-apps${path}`,
      headers,
      body: body && JSON.stringify(body),
    });
  };

  it('takes the certificate of an app from the administrator and lets its assertions in', async () => {
    expect((await token(asked({}))).body['error']).toBe('invalid_client_id');
    expect((await apps('POST', '', { consumerKey: 'runner', certificate: ours.certificate })).status).toBe(201);
    const { status, body } = await token(asked({}));
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', instance_url: test.org.url });
    const headers = { authorization: `Bearer ${body['access_token']}` };
    expect((await ask({ path: new URL(body['id'] ?? '').pathname, headers })).status).toBe(200);
    expect((await token(asked({ aud: `${test.org.url}/` }))).status).toBe(200);
  });

  it('refuses assertions that are late, for others, of nobody or signed by another', async () => {
    const other = selfSigned('other').privateKey;
    const refusals: [string, string][] = [
      [asked({ exp: inAMinute() - 120 }), 'expired authorization code'],
      [asked({ aud: 'https://example.com' }), 'audience is invalid'],
      [asked({ sub: 'nobody@example.com' }), "user hasn't approved this consumer"],
      [asked({}, other), 'invalid assertion'],
      [`${part({ alg: 'none' })}.${part({ iss: 'runner' })}.`, 'invalid assertion'],
      ['what', 'invalid assertion'],
    ];
    for (const [assertion, error_description] of refusals)
      expect(await token(assertion)).toEqual({ status: 400, body: { error: 'invalid_grant', error_description } });
  });

  it('knows an app until it is taken away, and takes nothing for a certificate that is none', async () => {
    expect(JSON.parse((await apps('GET', '')).bytes.toString())).toMatchObject([
      { consumerKey: 'runner', subject: 'CN=midnight runner' },
    ]);
    expect(errorOf(await apps('POST', '', { consumerKey: 'x', certificate: 'y' })).errorCode).toBe('INVALID_FIELD');
    expect((await apps('DELETE', '/runner')).status).toBe(204);
    expect((await token(asked({}))).body['error']).toBe('invalid_client_id');
  });
});

describe('who is let in', () => {
  it.each([
    {},
    { authorization: 'Bearer 00D000000000001!wrong' },
    { authorization: 'Bearer ' },
    { authorization: 'Basic YTpi' },
  ])('refuses the headers %o as Salesforce does', async (headers) => {
    const answer = await ask({ path: '/services/data/v66.0/limits', headers: headers as Record<string, string> });
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.bytes.toString())).toEqual([
      { message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' },
    ]);
  });

  it('refuses a name that only resolves to the loopback address', async () => {
    const answer = await ask({ path: '/services/data', headers: { ...bearer(), host: 'rebound.example:80' } });
    expect(answer.status).toBe(421);
    expect(errorOf(answer).errorCode).toBe('FOREIGN_HOST');
  });

  it('refuses a page of another origin', async () => {
    const answer = await ask({ path: '/services/data', headers: { origin: 'https://evil.example' } });
    expect(answer.status).toBe(403);
  });

  it('gives a token that the sf CLI accepts', () => {
    expect(test.org.accessToken).toMatch(/^00D\w{12,15}![.\w]*$/);
  });

  it('opens sessions for other users to the administrator only', async () => {
    const body = JSON.stringify({ username: 'nobody@example.com' });
    const unknown = await ask({ method: 'POST', path: '/services/local-org/sessions', headers: bearer(), body });
    expect(unknown.status).toBe(404);
    const own = await test.connectAs(test.org.username);
    expect((await own.identity()).username).toBe(test.org.username);
  });
});

describe('what is asked', () => {
  it('may begin with two slashes', async () => {
    expect((await ask({ path: '//services//data/' })).status).toBe(200);
  });

  it('may come in any version from 31.0 on, which is echoed', async () => {
    const answer = await ask({ path: '/services/data/v51.0', headers: bearer() });
    expect(JSON.parse(answer.bytes.toString())).toMatchObject({ sobjects: '/services/data/v51.0/sobjects' });
    expect((await ask({ path: '/services/data/v30.0', headers: bearer() })).status).toBe(404);
    expect((await ask({ path: '/services/data/vX/limits', headers: bearer() })).status).toBe(404);
  });

  it('is refused by its own name when the local org does not have it', async () => {
    const answer = await ask({ path: '/services/data/v66.0/chatter/feeds', headers: bearer() });
    expect(answer.status).toBe(501);
    expect(errorOf(answer)).toEqual({
      errorCode: 'NOT_SUPPORTED_BY_LOCAL_ORG',
      message: 'The local org does not support GET /services/data/v66.0/chatter/feeds.',
    });
  });

  it('names the methods when only the method is wrong', async () => {
    const answer = await ask({ method: 'PUT', path: '/services/data/v66.0/limits', headers: bearer() });
    expect(answer.status).toBe(405);
    expect(errorOf(answer).message).toBe("HTTP Method 'PUT' not allowed. Allowed are GET");
  });

  it('refuses XML by name', async () => {
    const answer = await ask({
      path: '/services/data/v66.0/limits',
      headers: { ...bearer(), accept: 'application/xml' },
    });
    expect(answer.status).toBe(501);
  });

  it.each(['{', '[1,2]', '"x"', 'null', '', '{"Name":"x"}}', '\u0000'])(
    'refuses the body %j as no JSON object',
    async (body) => {
      const answer = await ask({
        method: 'POST',
        path: '/services/data/v66.0/sobjects/Account',
        headers: bearer(),
        body,
      });
      expect(answer.status).toBe(400);
      expect(errorOf(answer).errorCode).toBe('JSON_PARSER_ERROR');
    },
  );

  it('refuses deep nesting without falling over', async () => {
    const body = `{"Name":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`;
    const answer = await ask({
      method: 'POST',
      path: '/services/data/v66.0/sobjects/Account',
      headers: bearer(),
      body,
    });
    expect(answer.status).toBe(400);
  });
});

describe('the size of things', () => {
  it('refuses a body of 100 MB before reading it', async () => {
    const headers = { ...bearer(), 'content-length': String(100_000_000) };
    const answer = await ask({
      method: 'POST',
      path: '/services/data/v66.0/sobjects/Account',
      headers,
      body: Buffer.alloc(1),
    }).catch((error: unknown) => error);
    expect(answer).toMatchObject({ status: 413 });
  });

  it('refuses a body that grows to 100 MB when unpacked', async () => {
    const body = gzipSync(Buffer.alloc(100_000_000));
    const headers = { ...bearer(), 'content-encoding': 'gzip' };
    const answer = await ask({ method: 'POST', path: '/services/data/v66.0/sobjects/Account', headers, body });
    expect(answer.status).toBe(413);
  });

  it('reads and writes gzip', async () => {
    const headers = { ...bearer(), 'content-encoding': 'gzip', 'accept-encoding': 'gzip' };
    const create = await ask({
      method: 'POST',
      path: '/services/data/v66.0/sobjects/Account',
      headers,
      body: gzipSync('{"Name":"Packed"}'),
    });
    expect(create.status).toBe(201);
    const versions = await ask({ path: '/services/data', headers });
    expect(versions.headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(gunzipSync(versions.bytes).toString())).toContainEqual({
      label: "Spring '26",
      url: '/services/data/v66.0',
      version: '66.0',
    });
  });

  it('refuses broken gzip', async () => {
    const headers = { ...bearer(), 'content-encoding': 'gzip' };
    const answer = await ask({
      method: 'POST',
      path: '/services/data/v66.0/sobjects/Account',
      headers,
      body: 'no gzip',
    });
    expect(answer.status).toBe(400);
  });
});

describe('every answer', () => {
  it('says how much of the day and of the transaction was used', async () => {
    const query = encodeURIComponent('SELECT Id FROM Account');
    const { headers } = await ask({ path: `/services/data/v66.0/query?q=${query}`, headers: bearer() });
    expect(headers['sforce-limit-info']).toMatch(/^api-usage=\d+\/100000$/);
    expect(headers['local-org-transaction']).toMatch(/^soql=\d+; dml=0; rows=0; query-rows=\d+$/);
  });

  it('leaves the connection open for longer than clients do', async () => {
    const { headers } = await ask({ path: '/services/data', headers: { connection: 'keep-alive' } });
    expect(Number(/timeout=(\d+)/.exec(String(headers['keep-alive']))?.[1])).toBeGreaterThan(100);
  });
});

describe('hostile bytes', () => {
  const raw = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(test.org.url).port), '127.0.0.1', () => socket.write(text));
      let answer = '';
      socket.on('data', (chunk) => (answer += chunk.toString()));
      socket.on('close', () => resolve(answer));
      socket.on('error', reject);
    });

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n'],
    [
      'two lengths',
      'POST /services/data HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx',
    ],
    [
      'length and chunks',
      'POST /services/data HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['no Host', 'GET /services/data HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ])('are refused: %s', async (_, text) => {
    expect(await raw(text)).toMatch(/^HTTP\/1\.1 4\d\d /);
  });
});
