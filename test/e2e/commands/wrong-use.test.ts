import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CommandLine, openCommandLine } from '../../support/command-line.ts';
import { expectShape } from '../../support/json-shape.ts';
import type { OrgProcess } from '../../support/org-process.ts';

let line: CommandLine;
let org: OrgProcess;

beforeAll(async () => {
  line = openCommandLine();
  org = await line.startOrg('mf');
});
afterAll(() => line.close());

it.each([
  ['a command that does not exist', ['nonsense'], 2, 'command nonsense not found'],
  ['a flag that does not exist', ['install', '-o', 'mf', '--nonsense'], 2, 'Nonexistent flag: --nonsense'],
  [
    'a value that is none of the choices',
    ['seed', 'demo', '-o', 'mf', '--users', 'x'],
    2,
    'Expected --users=x to be one of',
  ],
  ['a folder that does not exist', ['playbook', 'load', '-o', 'mf', '--config', '/nowhere'], 2, '/nowhere'],
  ['no target org', ['install'], 2, 'No default environment found'],
  ['a target org nobody logged in to', ['install', '-o', 'nobody'], 2, 'No authorization information found for nobody'],
  [
    'playbooks before the package',
    ['playbook', 'load', '-o', 'mf'],
    3,
    'The org has no objects of Midfield: MF_Playbook__c',
  ],
  ['a demo before the package', ['seed', 'demo', '-o', 'mf'], 3, 'The org has no objects of Midfield: MF_Deal__c'],
])('refuses %s with one clear error', { timeout: 120_000 }, async (_what, args, code, words) => {
  const refused = await line.run(...args);
  expect(refused).toMatchObject({ code });
  expect(refused.stderr).toContain(words);
  expect(refused.stderr).not.toMatch(/^\s+at /m);
});

it('makes no org known by a token that the org refuses', { timeout: 120_000 }, async () => {
  const accessToken = org.accessToken.replace(/!.*/, `!${'x'.repeat(60)}`);
  await expect(line.know({ url: org.url, accessToken }, 'forged')).rejects.toThrow(/session|access token/i);
});

it('says that an org does not answer', { timeout: 120_000 }, async () => {
  await org.end('SIGTERM');
  const refused = await line.run('playbook', 'load', '-o', 'mf', '--json');
  expect(refused.code).toBe(3);
  expect(JSON.parse(refused.stdout)).toMatchObject({ name: 'OrgUnreachable', status: 3, exitCode: 3 });
  await expectShape('refused', refused);
});
