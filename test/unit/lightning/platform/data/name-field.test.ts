import { describe, expect, it } from 'vitest';
import { nameFieldOf } from '../../../../../scripts/lightning/platform/data/name-field.ts';

describe('the field by which a record is called', () => {
  it('is the whole name of a person, not the first part of it', () => {
    expect(nameFieldOf(['FirstName', 'LastName'])).toBe('Name');
    expect(nameFieldOf(['FirstName', 'LastName', 'Name'])).toBe('Name');
  });

  it('is the only name field of everything else', () => {
    expect(nameFieldOf(['Name'])).toBe('Name');
    expect(nameFieldOf(['CaseNumber'])).toBe('CaseNumber');
  });

  it('does not exist where the object has no name', () => {
    expect(nameFieldOf([])).toBeUndefined();
    expect(nameFieldOf(undefined)).toBeUndefined();
  });
});
