import { createHash } from 'node:crypto';

/** Changes exactly when what is sent changes. */
export function entityTag(content: unknown): string {
  return createHash('md5').update(JSON.stringify(content)).digest('hex');
}
