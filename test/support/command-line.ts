import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from 'jsforce';
import { type OrgProcess, startOrgProcess } from './org-process.ts';

const root = new URL('../..', import.meta.url).pathname;
const PROGRAM = join(root, 'scripts/midfield.ts');
const AUTHORIZE = join(root, 'scripts/salesforce/authorize.ts');

export interface Ended {
  /** Null = killed by a signal. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves once the words stand on stdout or stderr. */
  says(words: string): Promise<void>;
  /** All that it has said so far. */
  told(): string;
}

/** A folder of its own with a private HOME, in which the sf auth store knows only what a test puts there. */
export interface CommandLine {
  readonly folder: string;
  run(...args: string[]): Promise<Ended>;
  start(...args: string[]): Started;
  /** Any script of the repository, with the same HOME. */
  startScript(file: string, ...args: string[]): Started;
  /** A local org of its own process, known by that alias. */
  startOrg(alias: string): Promise<OrgProcess>;
  know(org: { url: string; accessToken: string }, alias: string): Promise<void>;
  close(): Promise<void>;
}

export function openCommandLine(): CommandLine {
  const folder = mkdtempSync(join(tmpdir(), 'midfield-commands-'));
  const home = join(folder, 'home');
  mkdirSync(home);
  const orgs: OrgProcess[] = [];
  const startNode = (...args: string[]) => startProcess(home, args);
  const know: CommandLine['know'] = async ({ url, accessToken }, alias) => {
    const script = `import { authorize } from ${JSON.stringify(AUTHORIZE)};
      await authorize(${JSON.stringify({ instanceUrl: url, accessToken, alias })});`;
    const { code, stderr } = await startNode('--input-type=module', '-e', script).ended;
    if (code !== 0) throw new Error(stderr);
  };
  return {
    folder,
    run: (...args) => startNode(PROGRAM, ...args).ended,
    start: (...args) => startNode(PROGRAM, ...args),
    startScript: (file, ...args) => startNode(join(root, file), ...args),
    know,
    async startOrg(alias) {
      const org = await startOrgProcess(join(folder, alias));
      orgs.push(org);
      await know(org, alias);
      return org;
    },
    async close() {
      for (const { child, end } of orgs) if (isRunning(child)) await end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function connectTo({ url, accessToken, apiVersion }: OrgProcess): Connection {
  return new Connection({ instanceUrl: url, accessToken, version: apiVersion });
}

/** The result that `--json` prints. */
export function resultOf({ stdout }: Ended): Record<string, unknown> {
  return (JSON.parse(stdout) as { result: Record<string, unknown> }).result;
}

export async function count(connection: Connection, object: string): Promise<number> {
  return (await connection.query(`SELECT COUNT() FROM ${object}`)).totalSize;
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

function startProcess(home: string, args: readonly string[]): Started {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      HOME: home,
      SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
      SF_DISABLE_TELEMETRY: 'true',
      NO_COLOR: '1',
      COLUMNS: '200',
      VITEST: undefined,
    },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = once(child, 'close').then(([code]: (number | null)[]) => ({ code: code ?? null, stdout, stderr }));
  return {
    child,
    ended,
    told: () => `${stdout}${stderr}`,
    async says(words) {
      while (!`${stdout}${stderr}`.includes(words)) {
        if (!isRunning(child)) throw new Error(`Expected "${words}", got ${stdout}${stderr}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
}
