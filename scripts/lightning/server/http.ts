import type { IncomingMessage, ServerResponse } from 'node:http';

export interface HostRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
}

export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const MAX_BODY = 12 * 1024 * 1024;

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) throw new HttpError(413, `Request body exceeds ${MAX_BODY} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = (await readBody(request)).toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new HttpError(400, `Expected JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}

/** An address that changes with its content may be kept for ever. */
export type Keep = 'no-store' | 'public, max-age=31536000, immutable';
export const FOR_EVER: Keep = 'public, max-age=31536000, immutable';

export function sendScript(response: ServerResponse, source: string, keep: Keep = 'no-store'): void {
  response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': keep });
  response.end(source);
}

/**
 * A page of another site must not reach the org through the user's cookie, and a name that resolves to loopback must
 * not turn this host into one: only our own address is served, and only our own pages may write.
 */
export function guardOrigin(request: IncomingMessage, port: number): void {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(request.headers.host ?? ''))
    throw new HttpError(421, `Unknown Host ${request.headers.host ?? ''}`);
  const { origin } = request.headers;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) {
    throw new HttpError(403, `Requests from ${origin} are refused`);
  }
}
