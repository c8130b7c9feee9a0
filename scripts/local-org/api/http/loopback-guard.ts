import { OrgError } from '../../errors.ts';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/**
 * A page on the internet can make a browser resolve its own name to 127.0.0.1 (DNS rebinding). The Host header is
 * then foreign, and so the request is refused before anything is read.
 */
export function refuseForeignHost(hosts: readonly string[] | undefined): void {
  const [host, ...others] = hosts ?? [];
  // Of two, others on the way may have believed the second.
  if (host !== undefined && others.length === 0 && LOOPBACK.test(host)) return;
  throw new OrgError('FOREIGN_HOST', 'The local org answers requests to localhost and 127.0.0.1 only.', {
    httpStatus: 421,
  });
}

/** The same browser page could call 127.0.0.1 by number; its Origin gives it away. */
export function refuseForeignOrigin(origin: string | undefined): void {
  if (origin === undefined || LOOPBACK.test(origin.replace(/^https?:\/\//, ''))) return;
  throw new OrgError('FOREIGN_ORIGIN', 'The local org answers pages served from localhost and 127.0.0.1 only.', {
    httpStatus: 403,
  });
}
