import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { ProjectModules } from '../build/project-modules.ts';
import type { Shell } from '../build/shell-bundle.ts';
import type { Vendor } from '../build/vendor.ts';
import { API_VERSION, OrgRequestError, query } from '../org/connection.ts';
import type { Connection } from '../org/connection.ts';
import type { Deployed } from '../org/deployed.ts';
import { componentsAt } from '../org/page-components.ts';
import { FOR_EVER, guardOrigin, HttpError, readJson, sendJson, sendScript } from './http.ts';
import type { HostRequest } from './http.ts';
import type { HostSession, HostSessions } from './host-sessions.ts';
import type { LiveReload } from './live-reload.ts';
import type { MetadataCache } from './metadata-cache.ts';
import { proxyToOrg } from './org-proxy.ts';
import { isPage, ORG_AWAY, sendWaitingPage, statusOf } from './waiting-page.ts';
import { pageHtml, START_SCRIPT } from './page-html.ts';
import { pageDefinition } from './page-routes.ts';
import { pageState } from './page-state.ts';
import type { PageState } from './page-state.ts';
import { firstQuestions } from '../shell/first-questions.ts';
import { sendResource } from './static-resource.ts';
import { sendStatic } from './static-files.ts';

export interface HostParts {
  readonly administrator: Connection;
  readonly vendor: Vendor;
  readonly shell: Shell;
  readonly project: ProjectModules;
  readonly reload: LiveReload;
  readonly metadata: MetadataCache;
  readonly sessions: HostSessions;
  readonly port: number;
}

export async function handleRequest(
  host: HostParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    guardOrigin(request, host.port);
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${host.port}`);
    await route(host, { request, response, url });
  } catch (cause) {
    const status = statusOf(cause);
    const message = cause instanceof Error ? cause.message : String(cause);
    if (response.headersSent) response.destroy();
    else if (status === ORG_AWAY && isPage(request)) sendWaitingPage(request, response);
    else sendJson(response, status, { message });
  }
}

async function route(host: HostParts, call: HostRequest): Promise<void> {
  const { request, response, url } = call;
  const path = url.pathname;
  if (path === '/') return redirect(response, '/lightning/page/home');
  if (path.startsWith(`/vendor/${host.vendor.hash}/`))
    return sendStatic(response, host.vendor.dir, path.split('/').slice(3).join('/'));
  if (path.startsWith(`/shell/${host.shell.hash}/`))
    return sendStatic(response, host.shell.dir, path.split('/').slice(3).join('/'));
  if (path.startsWith('/modules/c/')) return sendModule(host, call);
  if (path === '/host/start.js') return sendScript(response, START_SCRIPT);
  if (path === '/host/frame.css') return sendFrame(response);
  if (path === '/lightning' || path.startsWith('/lightning/')) return sendPage(host, call);
  const session = host.sessions.find(request.headers.cookie);
  if (session === undefined) throw new HttpError(401, 'Not signed in: open a page first');
  if (path.startsWith('/host/')) return hostCall(host, call, session);
  if (path.startsWith('/services/')) return proxyToOrg(call, session.connection);
  if (path.startsWith('/resource/')) return sendResource(call, session.connection);
  throw new HttpError(404, `No ${path}`);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location });
  response.end();
}

async function sendFrame(response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-store' });
  response.end(await readFile(join(import.meta.dirname, 'frame.css')));
}

async function sendModule({ project }: HostParts, { response, url }: HostRequest): Promise<void> {
  const name = /^\/modules\/c\/([A-Za-z0-9_]+)\.js$/.exec(url.pathname)?.[1] ?? '';
  const built = project.source(name);
  if (built === undefined) throw new HttpError(404, `No component c/${name}`);
  // A module that throws the compiler's words reaches the page's error panel; a failed request would not.
  const failure = (cause: unknown): string => `throw new Error(${JSON.stringify((cause as Error).message)});`;
  const current = url.searchParams.get('v') === project.version;
  sendScript(response, await built.catch(failure), current ? FOR_EVER : 'no-store');
}

async function sendPage(host: HostParts, { request, response, url }: HostRequest): Promise<void> {
  const found = host.sessions.find(request.headers.cookie);
  const opened =
    found === undefined ? await host.sessions.openAsAdministrator() : { session: found, setCookie: undefined };
  const deployed = await host.metadata.get();
  const expected = componentsAt(deployed, url.pathname);
  const [{ state, setCookie }, preloads] = await Promise.all([
    livingState(host, opened, deployed),
    host.project.closure(expected),
  ]);
  const { html, headers } = pageHtml({
    state,
    vendorHash: host.vendor.hash,
    shellHash: host.shell.hash,
    vendorModules: host.vendor.modules,
    shellModules: host.shell.modules,
    components: host.project.components(),
    projectVersion: host.project.version,
    expected,
    preloads,
    answers: firstQuestions(url.pathname).map((path) => `/services/data/v${API_VERSION}${path}`),
  });
  response.writeHead(200, {
    ...headers,
    ...(setCookie === undefined ? {} : { 'set-cookie': setCookie }),
  });
  response.end(html);
}

/** A sign-in that the org has ended is made anew as the same user: the browser asked for a page, not for an error. */
async function livingState(
  { administrator, sessions }: HostParts,
  { session, setCookie }: { session: HostSession; setCookie: string | undefined },
  deployed: Deployed,
): Promise<{ state: PageState; setCookie: string | undefined }> {
  try {
    return { state: await pageState(administrator, session, deployed), setCookie };
  } catch (cause) {
    if (!(cause instanceof OrgRequestError) || cause.status !== 401) throw cause;
    const again = await sessions.openAs(session.user.Username);
    return { state: await pageState(administrator, again.session, deployed), setCookie: again.setCookie };
  }
}

async function hostCall(host: HostParts, call: HostRequest, session: HostSession): Promise<void> {
  const { request, response, url } = call;
  const path = `${request.method ?? ''} ${url.pathname}`;
  if (path === 'GET /host/events') return host.reload.open(response);
  if (path === 'GET /host/users') return sendJson(response, 200, await activeUsers(host.administrator));
  if (path.startsWith('GET /host/page/')) {
    const deployed = await host.metadata.get();
    return sendJson(response, 200, await pageDefinition(host.administrator, deployed, session, url));
  }
  if (path === 'POST /host/session') {
    const { username } = (await readJson(request)) as { username: string };
    const opened = await host.sessions.openAs(username);
    response.setHeader('set-cookie', opened.setCookie);
    return sendJson(response, 200, { user: opened.session.user });
  }
  if (path === 'POST /host/language') {
    const { language } = (await readJson(request)) as { language: string };
    await host.sessions.setLanguage(session, language);
    return sendJson(response, 200, { language });
  }
  throw new HttpError(404, `No ${path}`);
}

function activeUsers(admin: Connection): Promise<unknown[]> {
  return query(
    admin,
    'SELECT Id, Name, Username, Title, UserRole.Name, Profile.Name FROM User WHERE IsActive = true ORDER BY Name LIMIT 200',
  );
}
