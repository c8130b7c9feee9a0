import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MidfieldError } from '../../../../scripts/model/errors.ts';
import { parsePlaybook, parseRoles } from '../../../../scripts/model/playbook/parse-playbook.ts';

const roles = parseRoles(readFileSync('config/roles.yaml', 'utf8'), 'config/roles.yaml');
const small = readFileSync('config/playbooks/m3-standard-product.yaml', 'utf8');

/** The error that the small playbook gives once `from` is replaced by `to`. */
function faultOf(from: string | RegExp, to: string): MidfieldError {
  const text = small.replace(from, to);
  expect(text).not.toBe(small);
  try {
    parsePlaybook(text, 'small.yaml', roles);
  } catch (error) {
    if (error instanceof MidfieldError) return error;
    throw error;
  }
  throw new Error('expected the playbook to be refused');
}

describe('a playbook file is refused whole, with the place and what was expected, when', () => {
  it.each([
    [
      'a key is unknown',
      'standard_days: 7',
      'standart_days: 7',
      'PlaybookInvalid',
      'Unrecognized key: "standart_days"',
    ],
    [
      'two stages have one order',
      'order: 2',
      'order: 1',
      'PlaybookInvalid',
      'stage order 1 is used twice, first at stages[0]',
    ],
    [
      'a stage order is left out',
      'order: 4',
      'order: 5',
      'PlaybookInvalid',
      'stage orders must run 1, 2, 3 …, got 1, 2, 3, 5',
    ],
    [
      'two roles are accountable',
      'SE: C, HEAD: I',
      'SE: A, HEAD: I',
      'PlaybookInvalid',
      'expected exactly one accountable (A) for P1, got 2: AR, SE',
    ],
    [
      'nobody is accountable',
      'AR: A/R, SE: C',
      'AR: R, SE: C',
      'PlaybookInvalid',
      'expected exactly one accountable (A) for P1, got 0: none',
    ],
    [
      'weights do not add up',
      'weight: 30',
      'weight: 31',
      'PlaybookInvalid',
      'the weights of its checks add up to 101, expected 100',
    ],
    ['an owner is no role', 'owner: SE', 'owner: XX', 'PlaybookInvalid', 'role XX is not in the role catalogue'],
    [
      'a check key comes twice',
      'key: P1-BUDGET',
      'key: P1-NEED',
      'PlaybookInvalid',
      'check key P1-NEED is used twice, first at stages[0].checks[0].key',
    ],
    [
      'a compliance item has no source',
      /, source: \{[^}]*\}/,
      '',
      'PlaybookInvalid',
      'a Compliance check names its source',
    ],
    ['a question has no answer type', ', answer: { type: YesNo }', '', 'PlaybookInvalid', 'a Question has an answer'],
    ['a criterion lacks its value', ', value: 0', '', 'PlaybookInvalid', 'every other operator needs one'],
    ['a key is written twice', 'key: M3', 'key: M3\nkey: M4', 'YamlInvalid', 'Map keys must be unique'],
    ['it is not YAML', 'stages:', 'stages: [', 'YamlInvalid', 'at line'],
  ])('%s', (_what, from, to, code, words) => {
    const fault = faultOf(from, to);
    expect(fault.code).toBe(code);
    expect(fault.tokens[0]).toBe('small.yaml');
    expect(fault.tokens[1]).toContain(words);
  });
});

it('keeps quotes, emoji and four-byte characters as they are written', () => {
  const name = `O'Brien "quoted" \\ 😀 𠮷野家`;
  const playbook = parsePlaybook(
    small.replace('zh: 标准产品小型,', `zh: '${name.replaceAll("'", "''")}',`),
    'small.yaml',
    roles,
  );
  expect(playbook.name.zh).toBe(name);
});
