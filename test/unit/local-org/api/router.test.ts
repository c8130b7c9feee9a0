import { describe, expect, it } from 'vitest';
import { createRouter } from '../../../../scripts/local-org/api/router.ts';
import type { Route } from '../../../../scripts/local-org/api/route.ts';

const route = (method: Route['method'], pattern: string): Route => ({
  method,
  pattern,
  feature: pattern,
  handle: () => ({ status: 200 }),
});

const router = createRouter([
  route('GET', '/data/:version/sobjects/:object/:id'),
  route('PATCH', '/data/:version/sobjects/:object/:id'),
  route('GET', '/data/:version/sobjects/:object/describe'),
  route('GET', '/data/:version/files/*'),
]);

describe('the router', () => {
  it('prefers a literal part to a named one', () => {
    const match = router.find('GET', '/data/v66.0/sobjects/Account/describe');
    expect(match).toMatchObject({ kind: 'route', route: { pattern: '/data/:version/sobjects/:object/describe' } });
  });

  it('decodes named parts', () => {
    const match = router.find('GET', '/data/v66.0/sobjects/Account/%E4%B8%AD%2F%F0%9F%98%80');
    expect(match).toMatchObject({ params: { version: 'v66.0', object: 'Account', id: '中/😀' } });
  });

  it('keeps a broken escape as it came', () => {
    expect(router.find('GET', '/data/v66.0/sobjects/Account/%zz')).toMatchObject({ params: { id: '%zz' } });
  });

  it('gives the rest of the path to a star', () => {
    expect(router.find('GET', '/data/v66.0/files/a/b')).toMatchObject({ params: { '*': 'a/b' } });
  });

  it('names the allowed methods when only the method is wrong', () => {
    expect(router.find('DELETE', '/data/v66.0/sobjects/Account/1')).toEqual({
      kind: 'method',
      allowed: ['GET', 'PATCH'],
    });
  });

  it('answers HEAD where it answers GET', () => {
    expect(router.find('HEAD', '/data/v66.0/files/a')).toMatchObject({ kind: 'route' });
  });

  it('finds nothing for another path', () => {
    expect(router.find('GET', '/data/v66.0')).toBeUndefined();
    expect(router.find('GET', '/data/v66.0/sobjects//1')).toBeUndefined();
  });

  it('refuses two routes for the same thing', () => {
    expect(() => createRouter([route('GET', '/a/:b'), route('GET', '/a/:c')])).toThrow('Two routes answer GET /a/:.');
  });
});
