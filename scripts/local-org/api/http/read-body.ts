import type { IncomingMessage } from 'node:http';
import { gunzip, inflate } from 'node:zlib';
import { promisify } from 'node:util';
import { NotSupportedError, OrgError } from '../../errors.ts';

const decoders = { gzip: promisify(gunzip), deflate: promisify(inflate) };

/** Reads a body of at most `limit` bytes, counted before and after decompression. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  const raw = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
  return decode(raw, request.headers['content-encoding'], limit);
}

async function decode(raw: Buffer, encoding: string | undefined, limit: number): Promise<Buffer> {
  if (encoding === undefined || encoding === 'identity' || raw.length === 0) return raw;
  if (encoding !== 'gzip' && encoding !== 'deflate') throw new NotSupportedError(`Content-Encoding ${encoding}`);
  try {
    return await decoders[encoding](raw, { maxOutputLength: limit });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limit);
    throw new OrgError('INVALID_REQUEST', `The body is not valid ${encoding} data.`, { cause });
  }
}

function tooLarge(limit: number): OrgError {
  const megabytes = Math.floor(limit / 1_000_000);
  return new OrgError('REQUEST_TOO_LARGE', `The request body is larger than ${megabytes} MB.`, { httpStatus: 413 });
}
