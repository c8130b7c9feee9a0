import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commandsIn } from '../../support/commands-in.ts';
import { type CommandLine, openCommandLine, resultOf } from '../../support/command-line.ts';

interface Deployed {
  readonly entries: readonly string[];
  readonly success: boolean;
  readonly components: number;
  readonly failures: readonly unknown[];
}

let line: CommandLine;
/** The project as it is after `git clone`: without dist. */
let cloned: string;
/** The same after `npm run build`. */
let built: string;

beforeAll(async () => {
  line = openCommandLine();
  cloned = clone('cloned');
  built = clone('built');
  await line.startOrg('empty');
  const build = await line.startScript('scripts/build.ts', join(built, 'dist')).ended;
  expect(build).toMatchObject({ code: 0, stderr: '' });
}, 300_000);
afterAll(() => line.close());

function clone(name: string): string {
  const folder = join(line.folder, name);
  mkdirSync(join(folder, 'scripts'), { recursive: true });
  for (const file of ['package.json', 'sfdx-project.json']) cpSync(file, join(folder, file));
  for (const shared of ['node_modules', 'scripts/messages', 'force-app', 'config'])
    symlinkSync(join(process.cwd(), shared), join(folder, shared));
  return folder;
}

const plainDeploy = (folder: string) => line.startScript('test/support/plain-deploy.ts', folder, 'empty').ended;

it('lists the same commands and flags as the sources', { timeout: 120_000 }, async () => {
  const golden = JSON.parse(readFileSync('test/fixtures/commands/commands-and-flags.json', 'utf8')) as unknown;
  expect(await commandsIn(built)).toEqual(golden);
});

it(
  "is missed by name when somebody deploys a fresh clone with Salesforce's own client",
  { timeout: 120_000 },
  async () => {
    const refused = await plainDeploy(cloned);
    expect(refused.code).not.toBe(0);
    expect(refused.stdout).toBe('');
    expect(refused.stderr).toContain('The path "dist/force-app", specified in sfdx-project.json, does not exist');
  },
);

it(
  "deploys whole into an empty org with Salesforce's own client, each component with its code",
  { timeout: 300_000 },
  async () => {
    const deploy = await plainDeploy(built);
    expect(deploy).toMatchObject({ code: 0 });
    const { entries, success, components, failures } = JSON.parse(deploy.stdout) as Deployed;
    expect({ success, failures }).toEqual({ success: true, failures: [] });
    const bundles = new Set(entries.map((entry) => /^(?:.*\/)?lwc\/([^/]+)\//.exec(entry)?.[1]).filter((name) => name));
    expect(bundles.size).toBeGreaterThan(3);
    expect([...bundles].filter((name) => !entries.some((entry) => entry.endsWith(`lwc/${name}/${name}.js`)))).toEqual(
      [],
    );
    expect(entries.filter((entry) => entry.endsWith('.ts'))).toEqual([]);

    // It brings no stages, since a deployed list would replace the org's own: install merges them in, and nothing else is left to do.
    const installed = await line.run('install', '-o', 'empty', '--json');
    expect(installed).toMatchObject({ code: 0 });
    expect(resultOf(installed)).toMatchObject({ components: components + 2, changed: 2 });
    expect(resultOf(installed)['addedStages']).toHaveLength(11);
  },
);
