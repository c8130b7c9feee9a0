export interface RequestUrl {
  readonly path: string;
  readonly query: URLSearchParams;
}

/**
 * Splits a request target by hand: `new URL` would read the host out of `//services/data`, which clients send when
 * the instance URL they stored ends with a slash. Slashes are collapsed for the same reason.
 */
export function parseRequestUrl(target: string): RequestUrl {
  const origin = /^https?:\/\/[^/?]*/i.exec(target)?.[0] ?? '';
  const rest = target.slice(origin.length);
  const mark = rest.indexOf('?');
  const rawPath = mark === -1 ? rest : rest.slice(0, mark);
  const path = `/${rawPath}`.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
  return { path, query: new URLSearchParams(mark === -1 ? '' : rest.slice(mark + 1)) };
}
