import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Connection } from '@salesforce/core';
import { defaultLocalOrg } from './commands/local-org-place.ts';
import { drawEvents } from './commands/render/draw-events.ts';
import { untilInterrupted } from './commands/render/until-interrupted.ts';
import { startHost } from './lightning/host.ts';
import { startServer } from './local-org/api/start-server.ts';
import { messagesOf, packageRoot } from './commands/render/messages.ts';
import { MidfieldError } from './model/errors.ts';
import { authorize } from './salesforce/authorize.ts';
import { openOrg } from './salesforce/jsforce-org.ts';
import type { OrgPort } from './salesforce/org-port.ts';
import { buildPackage } from './tasks/build/build-package.ts';
import { fingerprint } from './tasks/build/fingerprint.ts';
import { install } from './tasks/install/install-task.ts';
import { playbookLoad } from './tasks/playbook-load/playbook-load-task.ts';
import { seedDemo } from './tasks/seed-demo/seed-demo-task.ts';
import { runTask, type TaskContext } from './tasks/task.ts';

// `npm start`: the product running on this machine. The local org, the package in it, the demo company and the pages; what
// is there from last time is kept, and the package is deployed again only when its files changed.
const messages = messagesOf('start');
const errorWords = messagesOf('errors');
const inRoot = (...parts: string[]) => join(packageRoot, ...parts);
const report = drawEvents(lines());
const stampFile = inRoot('.midfield', 'installed');
const { values: flags } = parseArgs({
  options: {
    reset: { type: 'boolean', default: false },
    port: { type: 'string', default: '7070' },
    'org-port': { type: 'string', default: String(defaultLocalOrg.port) },
  },
});

try {
  await main();
} catch (error) {
  if (!(error instanceof MidfieldError)) throw error;
  print(`\n${errorWords.getMessage(error.code, [...error.tokens])}\n${errorWords.getMessage(`${error.code}.actions`)}`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  if (flags.reset)
    [defaultLocalOrg.directory, stampFile].forEach((path) => rmSync(path, { recursive: true, force: true }));
  const org = await startServer({ dir: defaultLocalOrg.directory, port: Number(flags['org-port']) });
  print(messages.getMessage('org', [org.url]));
  const connection = await authorize({
    instanceUrl: org.url,
    accessToken: org.accessToken,
    alias: defaultLocalOrg.alias,
  });
  await furnish(connection);
  const host = await startHost({
    orgUrl: org.url,
    accessToken: org.accessToken,
    sourceDir: inRoot('force-app', 'main'),
    port: Number(flags.port),
    cacheDir: inRoot('.midfield', 'lightning'),
    onProgress: (step, done, total) => report({ event: 'step-progressed', step, done, total }),
  });
  report({ event: 'step-finished', step: 'pages', detail: host.url });
  print(messages.getMessage('ready', [host.url, org.url, org.username, defaultLocalOrg.alias]));
  await untilInterrupted();
  print(messages.getMessage('stopping'));
  await host.close();
  await org.close();
}

/** Package, playbooks and demo company, unless this org has these very files already. */
async function furnish(connection: Connection): Promise<void> {
  const wanted = fingerprint([inRoot('force-app'), inRoot('config', 'playbooks'), inRoot('config', 'industry-packs')]);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return print(messages.getMessage('kept'));
  const context = contextFor(openOrg(connection));
  const built = buildPackage(inRoot('force-app'), inRoot('dist', 'force-app'));
  const config = inRoot('config');
  const input = {
    packageDirectory: built.directory,
    playbookDirectory: config,
    workDirectory: inRoot('dist', 'stages'),
    assignTo: ['MF_Playbook_Admin'],
  };
  await runTask(install, context, input, { dryRun: false });
  await runTask(playbookLoad, context, { directory: config }, { dryRun: false });
  await runTask(seedDemo, context, { users: 'all' }, { dryRun: false });
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
}

function contextFor(org: OrgPort): TaskContext {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  return { org, report, signal: stop.signal, now: () => Date.now() };
}

/** Progress as one line that is written over on a terminal, and not at all elsewhere. */
function lines() {
  const over = (text: string) => process.stdout.isTTY && process.stdout.write(`\r\u001b[K${text}`);
  let title = '';
  return {
    log: (line: string) => print(line),
    warn: (line: string) => print(`  ! ${line}`),
    startProgress: (step: string) => (title = step),
    moveProgress: (done: number, total: number) => over(`  … ${title} ${done}/${total}`),
    endProgress: () => over(''),
  };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
