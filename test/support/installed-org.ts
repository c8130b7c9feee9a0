import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from 'jsforce';
import { type CommandLine, connectTo } from './command-line.ts';
import type { OrgProcess } from './org-process.ts';

export interface InstalledOrg {
  readonly process: OrgProcess;
  readonly connection: Connection;
}

/**
 * Installs the package once; every call of the function given back opens a fresh copy of that org. The copies have one
 * username: the last one made known is the one meant. All of them end with the command line.
 */
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
    cpSync(join(line.folder, 'template'), folder, { recursive: true });
    const process = await line.serve(folder);
    return { process, connection: connectTo(process) };
  };
}
