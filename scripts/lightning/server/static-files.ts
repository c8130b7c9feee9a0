import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FOR_EVER, HttpError } from './http.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
};

/** Files whose folder name carries their hash: the browser may keep them for ever. */
export async function sendStatic(response: ServerResponse, dir: string, path: string): Promise<void> {
  const type = TYPES[extname(path)];
  const file = join(dir, normalize(`/${path}`));
  const found = type === undefined ? undefined : await stat(file).catch(() => undefined);
  if (type === undefined || found === undefined || !found.isFile()) throw new HttpError(404, `No file ${path}`);
  response.writeHead(200, {
    'content-type': type,
    'content-length': found.size,
    'cache-control': FOR_EVER,
    'x-content-type-options': 'nosniff',
  });
  await pipeline(createReadStream(file), response);
}
