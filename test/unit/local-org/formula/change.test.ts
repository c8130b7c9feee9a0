import { describe, expect, it } from 'vitest';

import { complaint, evaluate, type Fields } from './formula-under-test.ts';

const fields: Fields = {
  Amount: { type: 'Number', value: 20, prior: 10 },
  Same__c: { type: 'Number', value: 5, prior: 5 },
  Zeroed__c: { type: 'Number', value: 0, prior: null },
  Rate__c: { type: 'Number', value: 50, prior: 20, percent: true },
  Note__c: { type: 'Text', value: 'a\nb', prior: 'a\r\nb' },
  Emptied__c: { type: 'Text', value: '', prior: null },
  Box__c: { type: 'Boolean', value: false, prior: null },
  Close__c: { type: 'Date', value: '2026-03-31', prior: '2026-02-28' },
  AccountId: { type: 'Id', value: '001D000000IRFmAIAX', prior: '001D000000IRFmBIAX' },
  'Account.Name': { type: 'Text', value: 'Acme' },
  '$User.Id': { type: 'Id', value: '005D000000IRFmAIAX' },
};

describe('the value before the save', () => {
  it.each([
    ['ISCHANGED(Amount)', true],
    ['ISCHANGED(Same__c)', false],
    ['ISCHANGED(Zeroed__c)', true],
    ['ISCHANGED(Note__c)', false],
    ['ISCHANGED(Emptied__c)', false],
    ['ISCHANGED(Box__c)', false],
    ['PRIORVALUE(Amount) + 1', 11],
    ['PRIORVALUE(Rate__c)', 0.2],
    ['PRIORVALUE(Close__c) < Close__c', true],
    ['PRIORVALUE(AccountId)', '001D000000IRFmB'],
    ['CASESAFEID(AccountId)', '001D000000IRFmAIAX'],
    ['ISNEW()', false],
    ['ISCLONE()', false],
    ['AND(ISCHANGED(Amount), PRIORVALUE(Amount) = 10, Amount = 20)', true],
  ])('%s is %j on an edit', (source, expected) => {
    expect(evaluate(source, { fields })).toBe(expected);
  });

  it.each([
    ['ISNEW()', true],
    ['ISCHANGED(Amount)', false],
    ['PRIORVALUE(Amount)', 20],
    ['ISBLANK(PRIORVALUE(Amount))', false],
  ])('%s is %j on a new record', (source, expected) => {
    expect(evaluate(source, { fields, environment: { isNew: true } })).toBe(expected);
  });

  it('sees a blank past as zero where blanks are zeroes', () => {
    expect(evaluate('PRIORVALUE(Zeroed__c)', { fields, options: { blanks: 'zero' } })).toBe(0);
    expect(evaluate('PRIORVALUE(Zeroed__c)', { fields })).toBeNull();
  });

  it('knows a clone', () => {
    expect(evaluate('ISCLONE()', { environment: { isNew: true, isClone: true } })).toBe(true);
  });

  it.each([
    ['PRIORVALUE(Account.Name)', 'The PRIORVALUE function cannot reference the Account.Name field.'],
    ['ISCHANGED($User.Id)', 'The ISCHANGED function cannot reference the $User.Id field.'],
    ['ISCHANGED(Amount + 1)', "Incorrect argument type for function 'ISCHANGED()'."],
    ['PRIORVALUE("x")', "Incorrect argument type for function 'PRIORVALUE()'."],
    ['ISNEW(1)', "Incorrect number of parameters for function 'ISNEW()'. Expected 0, received 1"],
  ])('%s is refused with: %s', (source, message) => {
    expect(complaint(source, { fields }).message).toBe(message);
  });

  it.each(['ISNEW()', 'ISCLONE()', 'ISCHANGED(Amount)', 'PRIORVALUE(Amount)'])(
    '%s is for rules and triggers only',
    (source) => {
      const name = source.slice(0, source.indexOf('('));
      for (const context of ['field', 'default'] as const) {
        expect(complaint(source, { fields, context }).message).toBe(
          `Function ${name} may not be used in this type of formula`,
        );
      }
      for (const context of ['validation', 'workflow', 'flow'] as const) {
        // Flows have $Record__Prior instead.
        if (name === 'PRIORVALUE' && context === 'flow') continue;
        expect(() => evaluate(source, { fields, context })).not.toThrow();
      }
    },
  );
});
