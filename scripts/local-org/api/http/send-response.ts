import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzip } from 'node:zlib';
import { promisify } from 'node:util';
import type { ApiResponse } from '../route.ts';

const compress = promisify(gzip);
/** Below this, compressing costs more than it saves. */
const WORTH_COMPRESSING = 1_400;

/** Objects go out as JSON, strings and bytes as they are. */
export async function sendResponse(
  request: IncomingMessage,
  response: ServerResponse,
  answer: ApiResponse,
): Promise<void> {
  const headers: Record<string, string> = {
    'Cache-Control': 'no-cache,must-revalidate,max-age=0,no-store,private',
    ...answer.headers,
  };
  let bytes = encode(answer.body, headers);
  if (bytes.length > WORTH_COMPRESSING && accepts(request, 'gzip')) {
    bytes = await compress(bytes);
    headers['Content-Encoding'] = 'gzip';
  }
  if (answer.status !== 204) headers['Content-Length'] = String(bytes.length);
  if (response.destroyed) return;
  response.writeHead(answer.status, headers);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

function encode(body: unknown, headers: Record<string, string>): Buffer {
  if (body === undefined) return Buffer.alloc(0);
  if (typeof body === 'string') return Buffer.from(body);
  if (body instanceof Uint8Array) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  headers['Content-Type'] ??= 'application/json;charset=UTF-8';
  return Buffer.from(JSON.stringify(body));
}

function accepts(request: IncomingMessage, encoding: string): boolean {
  const accepted = request.headers['accept-encoding'];
  return accepted !== undefined && accepted.split(',').some((part) => part.trim().split(';')[0] === encoding);
}
