import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Where code that was compiled once is kept for the next process of any test. */
export const compileCache = join(import.meta.dirname, '../../.midfield/compile-cache');

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

export interface Surroundings {
  readonly cwd: string;
  readonly home: string;
  readonly compileCache: string;
}

/** A Node process as a shell without a terminal starts it, with an sf auth store that knows only what a test puts there. */
export function startProcess({ cwd, home, compileCache }: Surroundings, args: readonly string[]): Started {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      HOME: home,
      NODE_COMPILE_CACHE: compileCache,
      SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
      SF_DISABLE_LOG_FILE: 'true',
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

/** Kills it unless it has ended by itself, and waits until it is gone. */
export async function endProcess({ child, ended }: Started): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}
