import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { presentedToken } from '../../../../../scripts/local-org/api/auth/presented-token.ts';
import { openTokenStore } from '../../../../../scripts/local-org/api/auth/token-store.ts';

const ORG_ID = '00DLO0000000001AAA';
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tokens-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

describe('the token store', () => {
  it('makes tokens that the sf CLI accepts', () => {
    for (let user = 0; user < 50; user += 1) {
      expect(openTokenStore(dir, ORG_ID).tokenOf(`005${user}`)).toMatch(/^00D\w{12,15}![.\w]*$/);
    }
  });

  it('keeps a token over a restart, for its owner only', () => {
    const token = openTokenStore(dir, ORG_ID).tokenOf('005A');
    const reopened = openTokenStore(dir, ORG_ID);
    expect(reopened.tokenOf('005A')).toBe(token);
    expect(reopened.userOf(token)).toBe('005A');
    expect(statSync(join(dir, 'tokens.json')).mode & 0o777).toBe(0o600);
  });

  it('knows nobody by a wrong or revoked token', () => {
    const tokens = openTokenStore(dir, ORG_ID);
    const token = tokens.tokenOf('005A');
    expect(tokens.userOf(`${token}x`)).toBeUndefined();
    expect(tokens.userOf('')).toBeUndefined();
    tokens.revoke(token);
    expect(tokens.userOf(token)).toBeUndefined();
    expect(openTokenStore(dir, ORG_ID).userOf(token)).toBeUndefined();
  });
});

describe('a presented token', () => {
  it.each([
    ['Bearer 00D!x', '00D!x'],
    ['OAuth 00D!x', '00D!x'],
    ['Basic abc', undefined],
  ])('is read from the Authorization header %s', (authorization, token) => {
    expect(presentedToken({ authorization })).toBe(token);
  });

  it('is read from a SOAP envelope with any prefix', () => {
    const body = Buffer.from(
      '<e:Envelope><e:Header><m:SessionHeader><m:sessionId>00D!y</m:sessionId></m:SessionHeader></e:Header>',
    );
    expect(presentedToken({}, body)).toBe('00D!y');
  });
});
