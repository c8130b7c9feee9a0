import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who holds which token. A user has one; asking again gives the same. */
export interface TokenStore {
  tokenOf(userId: string): string;
  userOf(token: string): string | undefined;
  revoke(token: string): void;
}

/** Kept in the state folder, readable by its owner only, so that a client's stored login outlives a restart. */
export function openTokenStore(dir: string, organizationId: string): TokenStore {
  const file = join(dir, 'tokens.json');
  const tokens = new Map(existsSync(file) ? storedTokens(file) : []);
  const digests = new Map([...tokens].map(([userId, token]) => [userId, digest(token)]));

  const write = (): void => {
    writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(tokens)), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  return {
    tokenOf(userId) {
      const known = tokens.get(userId);
      if (known !== undefined) return known;
      const token = `${organizationId.slice(0, 15)}!${randomBytes(48).toString('base64url').replace(/-/g, '.')}`;
      tokens.set(userId, token);
      digests.set(userId, digest(token));
      write();
      return token;
    },
    userOf(token) {
      const presented = digest(token);
      let found: string | undefined;
      for (const [userId, known] of digests) if (timingSafeEqual(known, presented)) found = userId;
      return found;
    },
    revoke(token) {
      const userId = this.userOf(token);
      if (userId === undefined) return;
      tokens.delete(userId);
      digests.delete(userId);
      write();
    },
  };
}

function storedTokens(file: string): [string, string][] {
  const stored: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const entries = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
  return entries.map(([userId, token]) => {
    if (typeof token !== 'string') throw new Error(`Expected tokens by user in ${file}, got ${typeof token}`);
    return [userId, token];
  });
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
