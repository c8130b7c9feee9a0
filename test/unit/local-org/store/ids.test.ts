import { expect, test } from 'vitest';
import { idFromNumber, normalizeId } from '../../../../scripts/local-org/store/ids.ts';

test.each([
  // Pairs as the platform's documentation shows them.
  ['001A0000006Vm9r', '001A0000006Vm9rIAC'],
  ['a0X000000000001', 'a0X000000000001EAA'],
  ['00D000000000062', '00D000000000062EAA'],
])('gives %s its suffix', (short, long) => {
  expect(normalizeId(short)).toBe(long);
});

test('restores the case of an id that lost it', () => {
  expect(normalizeId('001a0000006vm9riac')).toBe('001A0000006Vm9rIAC');
});

test.each(['', 'abc', '001A0000006Vm9', '001A0000006Vm9rIAA', "001A0000006Vm9r'--", '001A0000006Vm9rI C'])(
  'takes %j for no id',
  (text) => {
    expect(normalizeId(text)).toBeUndefined();
  },
);

test('gives ascending ids for ascending numbers, across digits and both cases of letters', () => {
  const ids = [1, 9, 10, 35, 36, 61, 62, 3_843, 3_844, 15_000_000].map((number) => idFromNumber('001', number));
  expect([...ids].sort()).toEqual(ids);
  expect(ids.every((id) => normalizeId(id) === id)).toBe(true);
});
