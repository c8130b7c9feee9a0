import { describe, expect, it } from 'vitest';
import {
  referencedIds,
  resolveInBody,
  resolveInUrl,
} from '../../../../../scripts/local-org/api/composite/references.ts';

const answers = new Map<string, unknown>([
  ['deal', { id: '001', Amount: 12.5, done: false }],
  ['list', { records: [{ Id: 'a b' }, { Id: 'c' }] }],
  ['many', [{ id: 'first' }]],
]);

describe('references between parts of a request', () => {
  it('keep the type of a value that stands alone', () => {
    expect(resolveInBody({ a: '@{deal.Amount}', b: '@{deal.done}' }, answers)).toEqual({ a: 12.5, b: false });
  });

  it('become text inside other text and reach into lists', () => {
    expect(resolveInBody(['x-@{list.records[1].Id}-@{many[0].id}'], answers)).toEqual(['x-c-first']);
  });

  it('read a name in any case', () => {
    expect(resolveInBody('@{deal.Id}', answers)).toBe('001');
  });

  it('are escaped in an address', () => {
    expect(resolveInUrl('/sobjects/Account/@{list.records[0].Id}', answers)).toBe('/sobjects/Account/a%20b');
  });

  it.each(['@{other.id}', '@{deal.nothing}', '@{list.records[7].Id}', '@{deal.id.more}'])(
    'are refused when %s names nothing',
    (reference) => {
      expect(() => resolveInBody(reference, answers)).toThrow('Invalid reference specified');
    },
  );

  it('leave text alone that only looks like one', () => {
    expect(resolveInBody('@{not a reference} {deal.id} @{}', answers)).toBe('@{not a reference} {deal.id} @{}');
  });

  it('are listed wherever they stand', () => {
    expect([...referencedIds({ a: ['@{deal.id}'], b: { c: 'x@{list.records[0].Id}' } })]).toEqual(['deal', 'list']);
  });
});
