import { join } from 'node:path';
import type { Connection } from 'jsforce';
import { type CommandLine, connectTo } from './command-line.ts';
import { copyFurnishedOrg, type Furnishing } from './furnished-snapshot.ts';
import type { OrgProcess } from './org-process.ts';

export interface InstalledOrg {
  readonly process: OrgProcess;
  readonly connection: Connection;
}

/**
 * A fresh copy of an org that is furnished so far, in a process of its own that ends with the command line. All copies have
 * one username: the last one made known is the one meant.
 */
export async function openInstalledOrg(
  line: CommandLine,
  name: string,
  furnishing: Furnishing = 'package',
): Promise<InstalledOrg> {
  const folder = join(line.folder, name);
  await copyFurnishedOrg(folder, furnishing);
  const process = await line.serve(folder);
  return { process, connection: connectTo(process) };
}
