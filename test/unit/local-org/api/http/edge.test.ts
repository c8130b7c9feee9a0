import { describe, expect, it } from 'vitest';
import { refuseForeignHost, refuseForeignOrigin } from '../../../../../scripts/local-org/api/http/loopback-guard.ts';
import { readMultipart } from '../../../../../scripts/local-org/api/http/multipart.ts';
import { parseRequestUrl } from '../../../../../scripts/local-org/api/http/request-url.ts';

describe('the loopback guard', () => {
  it.each(['localhost', 'localhost:80', '127.0.0.1:4123', '[::1]:8'])('lets %s in', (host) => {
    expect(() => refuseForeignHost([host])).not.toThrow();
  });

  it.each([
    undefined,
    '',
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example:80',
    '127.0.0.1@evil.example',
    '10.0.0.1',
    '0.0.0.0',
  ])('keeps %s out', (host) => {
    expect(() => refuseForeignHost(host === undefined ? undefined : [host])).toThrow('localhost and 127.0.0.1 only');
  });

  it('refuses a page of a foreign origin and lets a loopback page in', () => {
    expect(() => refuseForeignOrigin('https://evil.example')).toThrow('localhost and 127.0.0.1 only');
    expect(() => refuseForeignOrigin('null')).toThrow('localhost and 127.0.0.1 only');
    expect(() => refuseForeignOrigin('http://localhost:3000')).not.toThrow();
    expect(() => refuseForeignOrigin(undefined)).not.toThrow();
  });
});

describe('a request target', () => {
  it.each([
    ['//services/data?q=a', '/services/data', 'a'],
    ['/services///data/?q=%E4%B8%AD', '/services/data', '中'],
    ['http://127.0.0.1:1/services/data?q=a?b', '/services/data', 'a?b'],
  ])('%s has the path %s', (target, path, q) => {
    const url = parseRequestUrl(target);
    expect(url.path).toBe(path);
    expect(url.query.get('q')).toBe(q);
  });

  it('keeps the root', () => {
    expect(parseRequestUrl('/').path).toBe('/');
  });
});

describe('a multipart body', () => {
  const body = Buffer.from(
    '--b\r\nContent-Type: application/json\r\nContent-Disposition: form-data; name="job"\r\n\r\n{"a":1}\r\n' +
      '--b\r\nContent-Disposition: form-data; name="content"; filename="content"\r\n\r\nx,y\r\n1,2\r\n\r\n--b--\r\n',
  );

  it('is split into its parts, byte for byte', () => {
    const parts = readMultipart('multipart/form-data; boundary="b"', body);
    expect(parts?.get('job')?.toString()).toBe('{"a":1}');
    expect(parts?.get('content')?.toString()).toBe('x,y\r\n1,2\r\n');
  });

  it('is not looked for under another content type', () => {
    expect(readMultipart('application/json', body)).toBeUndefined();
  });

  it.each(['multipart/form-data', 'multipart/form-data; boundary=zzz'])('is refused when broken (%s)', (type) => {
    expect(() => readMultipart(type, body)).toThrow('The multipart request is malformed');
  });
});
