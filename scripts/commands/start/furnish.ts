import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../../tasks/build/fingerprint.ts';
import type { TaskContext } from '../../tasks/task.ts';
import { packageRoot } from '../render/messages.ts';

export interface Furniture {
  /** Everything that this start keeps; the org's own folder is `org` in it. */
  readonly directory: string;
}

/** What is in the org from last time, as the org says now. */
export interface Kept {
  readonly playbooks: number;
  readonly deals: number;
}

const config = join(packageRoot, 'config');
const sources = [
  join(packageRoot, 'force-app'),
  ...['playbooks', 'industry-packs', 'roles.yaml'].map((name) => join(config, name)),
];

/**
 * Package, playbooks and demo company. Left out when this org was given these very files to the end, which a hash in its
 * own folder says; what is there then is counted in the org, because people may have deleted some of it since.
 */
export async function furnish(context: TaskContext, { directory }: Furniture): Promise<Kept | undefined> {
  const stamp = join(directory, 'org', 'furnished');
  const wanted = fingerprint(sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    const kept = await countKept(context);
    if (kept) return kept;
  }
  rmSync(stamp, { force: true });
  await bring(context, directory);
  writeFileSync(stamp, wanted);
  return undefined;
}

/** Undefined when the org has lost the very objects. */
async function countKept({ org }: TaskContext): Promise<Kept | undefined> {
  if (!(await org.objects()).has('MF_Deal__c')) return undefined;
  const playbooks = await org.query("SELECT Id FROM MF_Playbook__c WHERE Status__c = 'Published'");
  const deals = await org.query("SELECT Id FROM Opportunity WHERE Account.AccountNumber LIKE 'HY-A%'");
  return { playbooks: playbooks.length, deals: deals.length };
}

/** The tasks are loaded only here: a start that keeps everything is quicker by that. */
async function bring(context: TaskContext, directory: string): Promise<void> {
  const { buildPackage } = await import('../../tasks/build/build-package.ts');
  const { install } = await import('../../tasks/install/install-task.ts');
  const { playbookLoad } = await import('../../tasks/playbook-load/playbook-load-task.ts');
  const { seedDemo } = await import('../../tasks/seed-demo/seed-demo-task.ts');
  const { runTask } = await import('../../tasks/task.ts');
  const built = buildPackage(join(packageRoot, 'force-app'), join(directory, 'package', 'force-app'));
  const input = {
    packageDirectory: built.directory,
    playbookDirectory: config,
    workDirectory: join(directory, 'package', 'stages'),
    assignTo: ['MF_Playbook_Admin'],
  };
  await runTask(install, context, input, { dryRun: false });
  await runTask(playbookLoad, context, { directory: config }, { dryRun: false });
  await runTask(seedDemo, context, { users: 'all', size: 'small' }, { dryRun: false });
}
