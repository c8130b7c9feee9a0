import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { alignColumns } from './commands/render/columns.ts';
import { drawEvents } from './commands/render/draw-events.ts';
import { exitCodeOf } from './commands/render/exit-codes.ts';
import { messagesOf, packageRoot } from './commands/render/messages.ts';
import { progressLine } from './commands/render/progress-line.ts';
import { requireIdle, requireLocalOrg, serveLocalOrg } from './commands/serve-local-org.ts';
import { furnish, type Kept } from './commands/start/furnish.ts';
import { readStartOptions, type StartOptions } from './commands/start/start-options.ts';
import { startHost, type RunningHost } from './lightning/host.ts';
import type { RunningOrg } from './local-org/api/server.ts';
import { demoAccounts } from './model/demo/accounts.ts';
import { demoDeals } from './model/demo/deals.ts';
import { demoPeople } from './model/demo/people.ts';
import { MidfieldError } from './model/errors.ts';
import { authorize } from './salesforce/authorize.ts';
import { openOrg } from './salesforce/jsforce-org.ts';
import { onClientWarning } from './salesforce/loopback.ts';

// `npm start`: the product running on this machine. The local org, the package in it, the demo company and the pages; what
// is there from last time is kept, and the package is deployed again only when its files changed.
const messages = messagesOf('start');
const errorWords = messagesOf('errors');
const inRoot = (...parts: string[]) => join(packageRoot, ...parts);
const report = drawEvents(progressLine());
const stop = new AbortController();
onClientWarning((warning) => report({ event: 'warning-raised', warning }));
// The second Ctrl-C meets no listener and ends the process as the system does.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

try {
  await main(readStartOptions());
} catch (error) {
  // A bundle that is still being built would keep the process alive.
  if (stop.signal.aborted) process.exit(130);
  if (!(error instanceof MidfieldError)) throw error;
  print(`\n${errorWords.getMessage(error.code, [...error.tokens])}\n${errorWords.getMessage(`${error.code}.actions`)}`);
  process.exit(exitCodeOf(error.code));
}

async function main(options: StartOptions): Promise<void> {
  const directory = join(options.directory, 'org');
  if (options.reset && existsSync(directory)) {
    requireLocalOrg(directory);
    requireIdle(directory);
    rmSync(directory, { recursive: true, force: true });
  }
  const org = await serveLocalOrg({ dir: directory, port: options.orgPort });
  try {
    print(messages.getMessage('org', [org.url]));
    const { alias } = options;
    const connection = await authorize({ instanceUrl: org.url, accessToken: org.accessToken, alias });
    const context = { org: openOrg(connection), report, signal: stop.signal, now: () => Date.now() };
    const kept = await furnish(context, options);
    if (kept) tellKept(kept, alias);
    const host = await orStopped(servePages(org, options.port));
    printReady({ pages: host.url, org: org.url, user: org.username, target: `--target-org ${alias}` });
    await orStopped(new Promise<never>(() => undefined)).catch(() => print(messages.getMessage('stopping')));
    await host.close();
  } finally {
    await org.close();
  }
}

/** Says what the org holds: nothing new, all of it, or less than it was given because somebody deleted some. */
function tellKept({ playbooks, deals }: Kept, alias: string): void {
  print(messages.getMessage('kept', [playbooks, deals]));
  const given = demoDeals(demoAccounts(), demoPeople()).length;
  if (deals < given) print(messages.getMessage('kept.less', [given, alias]));
}

async function servePages(org: RunningOrg, port: number): Promise<RunningHost> {
  try {
    const host = await startHost({
      orgUrl: org.url,
      accessToken: org.accessToken,
      sourceDir: inRoot('force-app', 'main'),
      port,
      cacheDir: inRoot('.midfield', 'lightning'),
      onProgress: (step, done, total) => report({ event: 'step-progressed', step, done, total }),
    });
    report({ event: 'step-finished', step: 'pages', detail: host.url });
    return host;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== 'listen') throw error;
    throw new MidfieldError('PagesNotStarted', [(error as Error).message], { cause: error });
  }
}

/** Rejects at Ctrl-C, whatever the work is doing. */
async function orStopped<T>(work: Promise<T>): Promise<T> {
  stop.signal.throwIfAborted();
  return Promise.race([
    work,
    new Promise<never>((_resolve, reject) =>
      stop.signal.addEventListener('abort', () => reject(stop.signal.reason as Error), { once: true }),
    ),
  ]);
}

function printReady(values: Readonly<Record<'pages' | 'org' | 'user' | 'target', string>>): void {
  const rows = Object.entries(values).map(([name, value]) => [messages.getMessage(`ready.${name}`), value] as const);
  print(
    ['', messages.getMessage('ready'), '', ...alignColumns(rows), '', messages.getMessage('ready.stop')].join('\n'),
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
