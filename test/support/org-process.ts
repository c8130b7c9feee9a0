import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { RunningOrg } from '../../scripts/local-org/api/server.ts';

export interface OrgProcess extends Omit<RunningOrg, 'close'> {
  readonly child: ChildProcess;
  /** Ends the process with a signal; gives its exit code, null when it was killed. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

const MAIN = new URL('../../scripts/local-org/main.ts', import.meta.url).pathname;

/** The local org as its own process, as `npm run org` starts it. */
export async function startOrgProcess(dir: string, ...more: string[]): Promise<OrgProcess> {
  const child = spawn(process.execPath, [MAIN, '--port', '0', '--dir', dir, ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(([text]: string[]) => text),
    once(child, 'exit').then(() => undefined),
  ]);
  if (line === undefined) throw new Error(`The local org did not start: ${errors}`);
  return {
    ...(JSON.parse(line) as Omit<RunningOrg, 'close'>),
    child,
    async end(signal) {
      const exit = once(child, 'exit') as Promise<[number | null]>;
      child.kill(signal);
      return (await exit)[0];
    },
  };
}
