import { X509Certificate } from 'node:crypto';
import { OrgError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import { requireJsonObject } from '../rest/row-from-json.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { requireAdministrator } from './require-administrator.ts';

const PATTERN = '/services/local-org/connected-apps';
const KIND = 'connected-app';

/** The certificate that came with an app's consumer key; undefined for a key that nobody registered. */
export function certificateOf(org: Org, consumerKey: string): X509Certificate | undefined {
  const kept = org.store.documents(KIND).get(consumerKey) as { certificate: string } | undefined;
  return kept === undefined ? undefined : new X509Certificate(kept.certificate);
}

/**
 * A connected app as far as the JWT bearer flow needs one: a consumer key and the certificate whose private key signs.
 * Every user has approved it.
 */
export const connectedAppRoutes: readonly Route[] = [
  { method: 'GET', pattern: PATTERN, feature: 'Connected apps: list (local org only)', handle: list },
  { method: 'POST', pattern: PATTERN, feature: 'Connected apps: register one (local org only)', handle: register },
  {
    method: 'DELETE',
    pattern: `${PATTERN}/:consumerKey`,
    feature: 'Connected apps: take one away (local org only)',
    handle: remove,
  },
];

function list({ session }: ApiRequest): ApiResponse {
  requireAdministrator(session);
  const apps = session.org.store.documents(KIND).entries();
  return { status: 200, body: apps.map(([consumerKey]) => described(session.org, consumerKey)) };
}

function register(request: ApiRequest): ApiResponse {
  const { org } = request.session;
  requireAdministrator(request.session);
  const { consumerKey, certificate } = requireJsonObject(request.json());
  if (typeof consumerKey !== 'string' || consumerKey.trim() === '')
    throw new OrgError('MISSING_ARGUMENT', 'Expected a text in consumerKey.');
  org.store.documents(KIND).put(consumerKey, { certificate: readCertificate(certificate) });
  return { status: 201, body: described(org, consumerKey) };
}

function readCertificate(certificate: unknown): string {
  try {
    const read = new X509Certificate(typeof certificate === 'string' ? certificate : '');
    if (read.publicKey.asymmetricKeyType === 'rsa') return read.toString();
  } catch (error) {
    throw new OrgError('INVALID_FIELD', 'Expected an X.509 certificate in PEM in certificate.', { cause: error });
  }
  throw new OrgError('INVALID_FIELD', 'Expected a certificate of an RSA key in certificate.');
}

function remove({ session, params }: ApiRequest): ApiResponse {
  const { org } = session;
  const consumerKey = params['consumerKey'] ?? '';
  requireAdministrator(session);
  if (certificateOf(org, consumerKey) === undefined)
    throw new OrgError('NOT_FOUND', `There is no connected app ${consumerKey}.`, { httpStatus: 404 });
  org.store.documents(KIND).delete(consumerKey);
  return { status: 204 };
}

function described(org: Org, consumerKey: string): object {
  const certificate = certificateOf(org, consumerKey);
  return { consumerKey, subject: certificate?.subject, validTo: certificate?.validToDate.toISOString() };
}
