import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from 'jsforce';
import { type CommandLine, connectTo } from './command-line.ts';
import { type OrgProcess, startOrgProcess } from './org-process.ts';

export interface InstalledOrg {
  readonly process: OrgProcess;
  readonly connection: Connection;
  close(): Promise<void>;
}

/** Installs the package once; every call of the function given back opens a fresh copy of that org. */
export async function installOnce(line: CommandLine, ...afterwards: string[][]): Promise<() => Promise<InstalledOrg>> {
  const org = await line.startOrg('template');
  for (const words of [['install'], ...afterwards]) {
    const { code, stderr } = await line.run(...words, '-o', 'template');
    if (code !== 0) throw new Error(stderr);
  }
  await org.end('SIGTERM');
  let copies = 0;
  return async () => {
    const folder = join(line.folder, `copy-${++copies}`);
    mkdirSync(folder);
    cpSync(join(line.folder, 'template'), folder, { recursive: true });
    const process = await startOrgProcess(folder);
    return {
      process,
      connection: connectTo(process),
      async close() {
        await process.end('SIGTERM');
      },
    };
  };
}
