import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from 'jsforce';
import { type OrgProcess, startOrgProcess } from './org-process.ts';
import { compileCache, type Ended, endProcess, type Started, startProcess } from './started-process.ts';

export type { Ended, Started } from './started-process.ts';

const root = new URL('../..', import.meta.url).pathname;
const PROGRAM = join(root, 'scripts/midfield.ts');
const IN_TURN = join(root, 'test/support/run-in-turn.ts');
const AUTHORIZE = join(root, 'scripts/salesforce/authorize.ts');

/** A folder of its own with a private HOME, in which the sf auth store knows only what a test puts there. */
export interface CommandLine {
  readonly folder: string;
  run(...args: string[]): Promise<Ended>;
  /** Several runs one after another in one process: cheap, and fit for what ends before it does anything. */
  runInTurn(lists: readonly (readonly string[])[]): Promise<Ended[]>;
  start(...args: string[]): Started;
  /** Any script of the repository, with the same HOME. */
  startScript(file: string, ...args: string[]): Started;
  /** The local org of a folder in a process of its own, known by no alias. */
  serve(folder: string): Promise<OrgProcess>;
  /** A new local org in a process of its own, known by that alias. */
  startOrg(alias: string): Promise<OrgProcess>;
  know(org: { url: string; accessToken: string }, alias: string): Promise<void>;
  /** Ends every process that was started here, whatever a failed test left of them, and removes the folder. */
  close(): Promise<void>;
}

export function openCommandLine(): CommandLine {
  const folder = mkdtempSync(join(tmpdir(), 'midfield-commands-'));
  const processes = trackProcesses(folder);
  const { startNode, serve } = processes;
  const know: CommandLine['know'] = async ({ url, accessToken }, alias) => {
    const script = `import { authorize } from ${JSON.stringify(AUTHORIZE)};
      await authorize(${JSON.stringify({ instanceUrl: url, accessToken, alias })});`;
    const { code, stderr } = await startNode('--input-type=module', '-e', script).ended;
    if (code !== 0) throw new Error(stderr);
  };
  return {
    folder,
    run: (...args) => startNode(PROGRAM, ...args).ended,
    async runInTurn(lists) {
      const { code, stdout, stderr } = await startNode(IN_TURN, PROGRAM, JSON.stringify(lists)).ended;
      if (code !== 0) throw new Error(stderr);
      return JSON.parse(stdout) as Ended[];
    },
    start: (...args) => startNode(PROGRAM, ...args),
    startScript: (file, ...args) => startNode(join(root, file), ...args),
    serve,
    know,
    async startOrg(alias) {
      const org = await serve(join(folder, alias));
      await know(org, alias);
      return org;
    },
    async close() {
      await processes.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Remembers what it starts from the moment of starting, so that none outlives a test that ran out of time. */
function trackProcesses(folder: string) {
  const surroundings = { cwd: root, home: join(folder, 'home'), compileCache };
  mkdirSync(surroundings.home);
  const started: Started[] = [];
  const orgs: Promise<OrgProcess>[] = [];
  return {
    startNode(...args: string[]): Started {
      const one = startProcess(surroundings, args);
      started.push(one);
      return one;
    },
    serve(dir: string): Promise<OrgProcess> {
      const org = startOrgProcess(dir);
      orgs.push(org);
      return org;
    },
    async end(): Promise<void> {
      await Promise.all(started.map(endProcess));
      for (const org of await Promise.allSettled(orgs))
        if (org.status === 'fulfilled' && isRunning(org.value)) await org.value.end('SIGKILL');
    },
  };
}

function isRunning({ child }: OrgProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
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
