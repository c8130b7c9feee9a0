/** Calls to the host itself: sign-in, language, page definitions. */
async function call<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(`/host/${path}`, init);
  const body = (await response.json()) as T & { message?: string };
  if (!response.ok) throw new Error(body.message ?? `${response.status} ${response.statusText}`);
  return body;
}

const post = (value: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

export interface Person {
  readonly Id: string;
  readonly Name: string;
  readonly Username: string;
  readonly Title: string | null;
  readonly UserRole: { readonly Name: string } | null;
  readonly Profile: { readonly Name: string } | null;
}

export const activeUsers = (): Promise<Person[]> => call('users');

export async function signInAs(username: string): Promise<void> {
  await call('session', post({ username }));
  location.reload();
}

export async function setLanguage(language: string): Promise<void> {
  await call('language', post({ language }));
  location.reload();
}

export const pageDefinition = <T>(
  kind: string,
  name: string,
  parameters: Readonly<Record<string, string>>,
): Promise<T> => call(`page/${kind}/${encodeURIComponent(name)}?${new URLSearchParams(parameters).toString()}`);

/** The page loads again after an edit of a component or a deploy. */
export function followReloads(): void {
  new EventSource('/host/events').addEventListener('reload', () => location.reload());
}
