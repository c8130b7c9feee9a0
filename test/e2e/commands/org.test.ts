import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type CommandLine, openCommandLine, resultOf } from '../../support/command-line.ts';
import { expectShape } from '../../support/json-shape.ts';

let line: CommandLine;
beforeEach(() => (line = openCommandLine()));
afterEach(() => line.close());

it(
  'starts, is known by its alias, is reset by nobody while it runs, and ends in order at Ctrl-C',
  { timeout: 300_000 },
  async () => {
    const dir = join(line.folder, 'state');
    const org = line.start('org', 'start', '--port', '0', '--dir', dir, '--alias', 'own');
    await org.says('Use it with: --target-org own');
    expect(org.told()).not.toContain('Warning');

    const second = await line.run('org', 'start', '--port', '0', '--dir', dir, '--json');
    expect(JSON.parse(second.stdout)).toMatchObject({ name: 'LocalOrgBusy', status: 3 });
    const refused = await line.run('org', 'reset', '--dir', dir, '--no-prompt');
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain(`in use by process ${org.child.pid}`);
    const known = await line.run('playbook', 'load', '-o', 'own');
    expect(known.stderr).toContain('The org has no objects of Midfield');

    org.child.kill('SIGINT');
    expect(await org.ended).toMatchObject({ code: 0 });
    expect(existsSync(join(dir, 'org.sqlite-wal'))).toBe(false);
    const reset = await line.run('org', 'reset', '--dir', dir, '--json');
    await expectShape('org-reset', reset);
    expect(resultOf(reset)).toEqual({ directory: dir, removed: true });
    expect(existsSync(dir)).toBe(false);
  },
);

it('resets what a killed org left behind', { timeout: 120_000 }, async () => {
  const org = await line.serve(join(line.folder, 'killed'));
  await org.end('SIGKILL');
  const reset = await line.run('org', 'reset', '--dir', join(line.folder, 'killed'), '--no-prompt');
  expect(reset).toMatchObject({ code: 0 });
  expect(existsSync(join(line.folder, 'killed'))).toBe(false);
});

it('tells a script where it is as soon as it runs, and only once', { timeout: 120_000 }, async () => {
  const org = line.start('org', 'start', '--port', '0', '--dir', join(line.folder, 'told'), '--json');
  await org.says('"warnings"');
  await new Promise((resolve) => setTimeout(resolve, 200));
  const { url, alias } = resultOf({ code: null, stdout: org.told(), stderr: '' });
  expect(alias).toBe('midfield-local');
  expect((await fetch(`${String(url)}/services/data`)).status).toBe(200);
  org.child.kill('SIGINT');
  const ended = await org.ended;
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  await expectShape('org-start', ended);
});

it('deletes no folder that holds no local org', { timeout: 120_000 }, async () => {
  const dir = join(line.folder, 'thesis');
  mkdirSync(dir);
  writeFileSync(join(dir, 'chapter.txt'), 'words');
  const refused = await line.run('org', 'reset', '--dir', dir, '--no-prompt');
  expect(refused).toMatchObject({ code: 2 });
  expect(existsSync(join(dir, 'chapter.txt'))).toBe(true);
});
