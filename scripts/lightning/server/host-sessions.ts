import { randomBytes } from 'node:crypto';
import { API_VERSION, getJson, query, sendJson } from '../org/connection.ts';
import type { Connection } from '../org/connection.ts';

export interface SignedInUser {
  readonly Id: string;
  readonly Name: string;
  readonly Username: string;
  readonly LanguageLocaleKey: string;
  readonly LocaleSidKey: string;
  readonly TimeZoneSidKey: string;
  readonly isGuest: false;
}

/** A browser's sign-in. The org's token stays here; the browser holds only the key of this entry. */
export interface HostSession {
  readonly connection: Connection;
  readonly user: SignedInUser;
}

const COOKIE = 'midfield_host';
const USER_FIELDS = 'Id, Name, Username, LanguageLocaleKey, LocaleSidKey, TimeZoneSidKey';

export class HostSessions {
  readonly #administrator: Connection;
  readonly #sessions = new Map<string, HostSession>();

  constructor(administrator: Connection) {
    this.#administrator = administrator;
  }

  find(cookieHeader: string | undefined): HostSession | undefined {
    const key = new RegExp(`(?:^|;\\s*)${COOKIE}=([a-f0-9]+)`).exec(cookieHeader ?? '')?.[1];
    return key === undefined ? undefined : this.#sessions.get(key);
  }

  /** Signs in as the administrator whose token the host was given. */
  async openAsAdministrator(): Promise<{ session: HostSession; setCookie: string }> {
    const identity = await getJson<{ user_id: string }>(this.#administrator, '/services/oauth2/userinfo');
    return this.#keep(this.#administrator, await readUser(this.#administrator, `Id = '${identity.user_id}'`));
  }

  /** Signs in as another active user: a facility of the local org alone. */
  async openAs(username: string): Promise<{ session: HostSession; setCookie: string }> {
    const answer = await sendJson<{ accessToken: string }>(
      this.#administrator,
      'POST',
      '/services/local-org/sessions',
      {
        username,
      },
    );
    const connection = { url: this.#administrator.url, accessToken: answer.accessToken };
    return this.#keep(connection, await readUser(this.#administrator, `Username = '${quote(username)}'`));
  }

  /** Writes the user's language, as the personal settings page does, and refreshes the session's view of the user. */
  async setLanguage(session: HostSession, language: string): Promise<void> {
    const path = `/services/data/v${API_VERSION}/sobjects/User/${session.user.Id}`;
    const change = { LanguageLocaleKey: language, LocaleSidKey: language };
    await sendJson(this.#administrator, 'PATCH', path, change);
    for (const [key, each] of this.#sessions) {
      if (each.user.Id === session.user.Id) this.#sessions.set(key, { ...each, user: { ...each.user, ...change } });
    }
  }

  #keep(connection: Connection, user: SignedInUser): { session: HostSession; setCookie: string } {
    const key = randomBytes(24).toString('hex');
    const session = { connection, user };
    this.#sessions.set(key, session);
    return { session, setCookie: `${COOKIE}=${key}; HttpOnly; SameSite=Strict; Path=/` };
  }
}

const quote = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");

async function readUser(connection: Connection, condition: string): Promise<SignedInUser> {
  const [user] = await query<Omit<SignedInUser, 'isGuest'>>(
    connection,
    `SELECT ${USER_FIELDS} FROM User WHERE ${condition}`,
  );
  if (user === undefined) throw new Error(`The org has no user with ${condition}`);
  return { ...user, isGuest: false };
}
