import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MidfieldError } from '../../../scripts/model/errors.ts';
import { readPlaybookFiles } from '../../../scripts/tasks/playbook-files.ts';

const small = 'playbooks/m3-standard-product.yaml';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'playbooks-'));
  for (const part of ['roles.yaml', 'playbooks', 'industry-packs'])
    cpSync(join('config', part), join(folder, part), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function faultOf(read: () => unknown): MidfieldError {
  try {
    read();
  } catch (error) {
    if (error instanceof MidfieldError) return error;
    throw error;
  }
  throw new Error('expected the folder to be refused');
}

const edit = (file: string, from: string | RegExp, to: string) => () => {
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text.replace(from, to)).not.toBe(text);
  writeFileSync(join(folder, file), text.replace(from, to));
};
const write = (file: string, bytes: string | Buffer) => () => writeFileSync(join(folder, file), bytes);
const remove = (file: string) => () => rmSync(join(folder, file), { recursive: true });

it.each<[what: string, breakIt: () => void, file: string, code: string, words: RegExp]>([
  [
    'an unknown key',
    edit(small, 'standard_days: 7', 'standard_days: 7\n    colour: red'),
    small,
    'PlaybookInvalid',
    /^✖ Unrecognized key: "colour"\n {2}→ line 19, column 5: stages\[0\]\.colour$/,
  ],
  [
    'a value of the wrong kind',
    edit(small, /probability: \d+/, 'probability: often'),
    small,
    'PlaybookInvalid',
    /^✖ Invalid input: expected number, received string\n {2}→ line \d+, column 5: stages\[0\]\.probability$/,
  ],
  [
    'two stages of one order',
    edit(small, 'order: 2', 'order: 1'),
    small,
    'PlaybookInvalid',
    /^✖ stage order 1 is used twice, first at stages\[0\]\n {2}→ line \d+, column 5: stages\[1\]$/,
  ],
  [
    'two accountables',
    edit(small, 'SE: C, HEAD: I', 'SE: A, HEAD: I'),
    small,
    'PlaybookInvalid',
    /^✖ expected exactly one accountable \(A\) for P1, got 2: AR, SE\n {2}→ line \d+, column 5: stages\[0\]\.raci$/,
  ],
  [
    'weights that do not add up',
    edit(small, 'weight: 30', 'weight: 31'),
    small,
    'PlaybookInvalid',
    /^✖ the weights of its checks add up to 101, expected 100\n {2}→ line \d+, column 5: stages\[0\]\.total_weight$/,
  ],
  ['broken YAML', edit(small, 'stages:', 'stages: ['), small, 'YamlInvalid', /at line \d+, column \d+/],
  ['a key written twice', edit(small, 'key: M3', 'key: M3\nkey: M4'), small, 'YamlInvalid', /at line 3, column 1/],
  [
    'bytes that are not UTF-8',
    write(small, Buffer.from([...Buffer.from('key: M3\nname: '), 0xd6, 0xd0, 0xce, 0xc4])),
    small,
    'YamlInvalid',
    /^line 2 is not UTF-8/,
  ],
  ['an empty file', write(small, '\n'), small, 'YamlInvalid', /^line 1: the file is empty/],
  [
    'a list where an object is due',
    write(small, '- M3\n'),
    small,
    'PlaybookInvalid',
    /expected object.*\n {2}→ line 1,/,
  ],
  [
    'two files of one version',
    () => cpSync(join(folder, small), join(folder, 'playbooks/zz.yaml')),
    'playbooks/zz.yaml',
    'PlaybookInvalid',
    /M3 1\.1 is also in .*\n {2}→ line \d+, column 1: version/,
  ],
  [
    'a pack for a stage that no playbook has',
    edit('industry-packs/power.yaml', /stage: S\d/, 'stage: S99'),
    'industry-packs/power.yaml',
    'PlaybookInvalid',
    /has no stage S99\n {2}→ line \d+, column \d+: stages\[0\]\.stage/,
  ],
])('refuses a folder with %s, naming file and place', (_what, breakIt, file, code, words) => {
  breakIt();
  const fault = faultOf(() => readPlaybookFiles(folder));
  expect(fault).toMatchObject({ code });
  expect(fault.tokens[0]).toBe(join(folder, file));
  expect(fault.tokens[1]).toMatch(words);
});

it.each([
  ['no roles', 'roles.yaml', 'roles.yaml'],
  ['no playbook', 'playbooks', 'playbooks/*.yaml'],
])('refuses a folder with %s, saying where they were expected', (_what, gone, expected) => {
  remove(gone)();
  expect(faultOf(() => readPlaybookFiles(folder))).toMatchObject({
    code: 'FileNotFound',
    tokens: [join(folder, expected)],
  });
});

it('reads files with the mark that Windows editors put in front', () => {
  const text = readFileSync(join(folder, small), 'utf8');
  write(small, `\uFEFF${text}`)();
  expect(readPlaybookFiles(folder).playbooks).toHaveLength(3);
});
