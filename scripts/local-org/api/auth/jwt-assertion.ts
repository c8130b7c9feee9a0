import { verify } from 'node:crypto';
import type { Org } from '../../org.ts';
import { certificateOf } from './connected-apps.ts';

/** What an OAuth client is told, in the words of RFC 6749 and of the platform. */
export class OAuthError extends Error {
  readonly code: string;
  constructor(code: string, description: string) {
    super(description);
    this.code = code;
  }
}

/** Whom Salesforce's clients name as audience, whatever org they log in to. */
const LOGIN_HOSTS = new Set(['login.salesforce.com', 'test.salesforce.com']);

/**
 * The username for whom a connected app asks in a JWT (RFC 7523). The certificate's key must have signed it; the time
 * is the machine's, for the client has no other, although the org's clock may have been moved.
 */
export function usernameOfAssertion(org: Org, assertion: string, host: string): string {
  const [header = '', payload = '', signature = '', ...more] = assertion.split('.');
  const { alg } = readPart(header);
  const { iss, sub, aud, exp } = readPart(payload);
  if (more.length > 0 || alg !== 'RS256') throw new OAuthError('invalid_grant', 'invalid assertion');
  const certificate = typeof iss === 'string' ? certificateOf(org, iss) : undefined;
  if (certificate === undefined) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  const signed = Buffer.from(`${header}.${payload}`);
  if (!verify('RSA-SHA256', signed, certificate.publicKey, Buffer.from(signature, 'base64url')))
    throw new OAuthError('invalid_grant', 'invalid assertion');
  if (typeof exp !== 'number' || exp * 1000 <= Date.now())
    throw new OAuthError('invalid_grant', 'expired authorization code');
  if (![aud].flat().some((each) => isAudience(each, host)))
    throw new OAuthError('invalid_grant', 'audience is invalid');
  if (typeof sub !== 'string') throw new OAuthError('invalid_grant', 'invalid assertion');
  return sub;
}

function isAudience(text: unknown, host: string): boolean {
  const url = typeof text === 'string' && URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) return false;
  return url.host === host || (url.protocol === 'https:' && LOGIN_HOSTS.has(url.host));
}

function readPart(text: string): Record<string, unknown> {
  try {
    const part: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (typeof part === 'object' && part !== null) return part as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new OAuthError('invalid_grant', 'invalid assertion');
}
