import { describe, expect, it } from 'vitest';
import { scopedModuleSource } from '../../../../scripts/lightning/build/scoped-modules.ts';

describe('modules below @salesforce', () => {
  it.each([
    ['@salesforce/schema/Account', '{"objectApiName":"Account"}'],
    ['@salesforce/schema/Account.Owner.Name', '{"fieldApiName":"Owner.Name","objectApiName":"Account"}'],
    ['@salesforce/resourceUrl/logo', '\'/resource/\' + "logo"'],
  ])('gives %s as the platform does', (specifier, expected) => {
    expect(scopedModuleSource(specifier)).toContain(expected);
  });

  it('throws in the page when a label is not deployed', () => {
    expect(scopedModuleSource('@salesforce/label/c.Missing')).toContain('is not deployed to the org');
  });

  it.each([
    '@salesforce/apex/Controller.method',
    '@salesforce/community/Id',
    '@salesforce/user/Email',
    '@salesforce/nothing/x',
  ])('has no %s', (specifier) => {
    expect(scopedModuleSource(specifier)).toBeUndefined();
  });
});
