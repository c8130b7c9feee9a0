import { describe, expect, it } from 'vitest';
import { referenceOf, urlOf } from '../../../../../scripts/lightning/platform/data/page-reference.ts';

const addresses = [
  '/lightning/r/Opportunity/006000000000001AAA/view',
  '/lightning/r/Opportunity/006000000000001AAA/edit',
  '/lightning/r/Account/001000000000001AAA/related/Opportunities/view',
  '/lightning/o/Opportunity/list?filterName=Mine',
  '/lightning/o/Opportunity/new',
  '/lightning/n/My_Tab',
  '/lightning/page/home',
  '/lightning/app/MF_Midfield',
  '/lightning/cmp/c__board',
];

describe('page references', () => {
  it.each(addresses)('come back from %s as they went', (address) => {
    const reference = referenceOf(new URL(address, 'http://host'));
    expect(reference && urlOf(reference)).toBe(address);
  });

  it('have no page for an unknown address', () => {
    expect(referenceOf(new URL('http://host/lightning/zzz'))).toBeUndefined();
  });

  it('refuse an unknown type by its name', () => {
    expect(() => urlOf({ type: 'standard__quickAction', attributes: {}, state: {} })).toThrow('standard__quickAction');
  });
});
