import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '@salesforce/core';
import { drawEvents } from './commands/render/draw-events.ts';
import { exitCodeOf } from './commands/render/exit-codes.ts';
import { messagesOf, packageRoot } from './commands/render/messages.ts';
import { progressLine } from './commands/render/progress-line.ts';
import { requireIdle, requireLocalOrg, serveLocalOrg } from './commands/serve-local-org.ts';
import { readStartOptions, type StartOptions } from './commands/start-options.ts';
import { startHost, type RunningHost } from './lightning/host.ts';
import type { RunningOrg } from './local-org/api/server.ts';
import { MidfieldError } from './model/errors.ts';
import { authorize } from './salesforce/authorize.ts';
import { openOrg } from './salesforce/jsforce-org.ts';
import { buildPackage } from './tasks/build/build-package.ts';
import { fingerprint } from './tasks/build/fingerprint.ts';
import { install } from './tasks/install/install-task.ts';
import { playbookLoad } from './tasks/playbook-load/playbook-load-task.ts';
import { seedDemo } from './tasks/seed-demo/seed-demo-task.ts';
import { runTask } from './tasks/task.ts';

// `npm start`: the product running on this machine. The local org, the package in it, the demo company and the pages; what
// is there from last time is kept, and the package is deployed again only when its files changed.
const messages = messagesOf('start');
const errorWords = messagesOf('errors');
const inRoot = (...parts: string[]) => join(packageRoot, ...parts);
const report = drawEvents(progressLine());
const stop = new AbortController();
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
    await furnish(connection, options, join(directory, 'furnished'));
    const host = await orStopped(servePages(org, options.port));
    print(messages.getMessage('ready', [host.url, org.url, org.username, alias]));
    await orStopped(new Promise<never>(() => undefined)).catch(() => print(messages.getMessage('stopping')));
    await host.close();
  } finally {
    await org.close();
  }
}

/** Package, playbooks and demo company, unless this org has these very files already: its own folder says so. */
async function furnish(connection: Connection, { directory }: StartOptions, stampFile: string): Promise<void> {
  const config = inRoot('config');
  const sources = ['playbooks', 'industry-packs', 'roles.yaml'].map((name) => join(config, name));
  const wanted = fingerprint([inRoot('force-app'), ...sources]);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return print(messages.getMessage('kept'));
  const context = { org: openOrg(connection), report, signal: stop.signal, now: () => Date.now() };
  const built = buildPackage(inRoot('force-app'), join(directory, 'package', 'force-app'));
  const input = {
    packageDirectory: built.directory,
    playbookDirectory: config,
    workDirectory: join(directory, 'package', 'stages'),
    assignTo: ['MF_Playbook_Admin'],
  };
  await runTask(install, context, input, { dryRun: false });
  await runTask(playbookLoad, context, { directory: config }, { dryRun: false });
  await runTask(seedDemo, context, { users: 'all' }, { dryRun: false });
  writeFileSync(stampFile, wanted);
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

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
