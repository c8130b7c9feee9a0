/**
 * Where a client puts its token: `Authorization: Bearer` (REST), `X-SFDC-Session` (Bulk 1.0), the SessionHeader of a
 * SOAP envelope.
 */
export function presentedToken(
  headers: Readonly<Record<string, string | undefined>>,
  soapBody?: Buffer,
): string | undefined {
  const bearer = /^(?:Bearer|OAuth) +(\S+)$/i.exec(headers['authorization'] ?? '')?.[1];
  return bearer ?? headers['x-sfdc-session'] ?? (soapBody === undefined ? undefined : soapSession(soapBody));
}

/** The header stands at the start of the envelope; a deploy's zip behind it is not searched. */
function soapSession(body: Buffer): string | undefined {
  const start = body.subarray(0, 8_192).toString('utf8');
  return /<(?:\w+:)?sessionId(?:\s[^>]*)?>([^<]*)<\//.exec(start)?.[1]?.trim();
}
