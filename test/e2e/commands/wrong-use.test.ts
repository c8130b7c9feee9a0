import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CommandLine, type Ended, openCommandLine } from '../../support/command-line.ts';
import { expectShape } from '../../support/json-shape.ts';
import type { OrgProcess } from '../../support/org-process.ts';

let line: CommandLine;
let org: OrgProcess;

beforeAll(async () => {
  line = openCommandLine();
  org = await line.startOrg('mf');
});
afterAll(() => line.close());

const wrongUses: [what: string, args: string[], code: number, words: string][] = [
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
];

function expectRefusal(refused: Ended, code: number, words: string, what: string): void {
  expect(refused, what).toMatchObject({ code });
  expect(refused.stderr, what).toContain(words);
  expect(refused.stderr, what).not.toMatch(/^\s+at /m);
}

it('refuses each wrong use with one clear error', { timeout: 120_000 }, async () => {
  const refusals = await line.runInTurn(wrongUses.map(([, args]) => args));
  expect(refusals).toHaveLength(wrongUses.length);
  wrongUses.forEach(([what, , code, words], index) => expectRefusal(refusals[index]!, code, words, what));
});

it.each(wrongUses.filter(([what]) => ['a flag that does not exist', 'playbooks before the package'].includes(what)))(
  'refuses %s in a process of its own in the same way',
  { timeout: 120_000 },
  async (what, args, code, words) => expectRefusal(await line.run(...args), code, words, what),
);

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
