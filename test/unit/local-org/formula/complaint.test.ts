import { describe, expect, it } from 'vitest';

import { compile, complaint, type Fields } from './formula-under-test.ts';

const fields: Fields = {
  Amount: { type: 'Number', value: 1 },
  Name: { type: 'Text', value: 'x' },
  Close__c: { type: 'Date', value: '2026-03-31' },
  Start__c: { type: 'DateTime', value: '2026-03-31T18:30:00.000Z' },
  Box__c: { type: 'Boolean', value: true },
};

describe('a formula that does not type', () => {
  it.each([
    ['Nmae', 'Field Nmae does not exist. Check spelling.', 0],
    ['1 + Account.Nope', 'Field Account.Nope does not exist. Check spelling.', 4],
    ['SUBSTR("a", 1)', 'Unknown function SUBSTR. Check spelling.', 0],
    ['Amount & "x"', "Incorrect parameter type for operator '&'. Expected Text, received Number", 0],
    ['"x" + 1', "Incorrect parameter type for operator '+'. Expected Text, received Number", 6],
    ['Close__c + Close__c', "Incorrect parameter type for operator '+'. Expected Number, received Date", 11],
    ['1 - Close__c', "Incorrect parameter type for operator '-'. Expected Number, received Date", 4],
    ['Close__c - Start__c', "Incorrect parameter type for operator '-'. Expected Number, Date, received DateTime", 11],
    ['Amount = "1"', "Incorrect parameter type for operator '='. Expected Number, received Text", 9],
    ['Close__c > Start__c', "Incorrect parameter type for operator '>'. Expected Date, received DateTime", 11],
    [
      'Box__c > true',
      "Incorrect parameter type for operator '>'. Expected Number, Date, DateTime, received Boolean",
      0,
    ],
    ['-Name', "Incorrect parameter type for operator '-'. Expected Number, received Text", 1],
    ['IF(1, 2, 3)', "Incorrect parameter type for function 'IF()'. Expected Boolean, received Number", 3],
    ['IF(true, 2, "3")', "Incorrect parameter type for function 'IF()'. Expected Number, received Text", 12],
    ['If(true, 2)', "Incorrect number of parameters for function 'If()'. Expected 3, received 2", 0],
    ['AND(true, 1)', "Incorrect parameter type for function 'AND()'. Expected Boolean, received Number", 10],
    ['LEFT(Amount, 1)', "Incorrect parameter type for function 'LEFT()'. Expected Text, received Number", 5],
    ['FIND("a", "b", 1, 2)', "Incorrect number of parameters for function 'FIND()'. Expected 3, received 4", 0],
    [
      'TEXT(Name)',
      "Incorrect parameter type for function 'TEXT()'. Expected Number, Date, DateTime, Picklist, received Text",
      5,
    ],
    ['VALUE(1)', "Incorrect parameter type for function 'VALUE()'. Expected Text, received Number", 6],
    ['CASE(Box__c, true, 1, 2)', "Incorrect argument type for function 'CASE()'.", 5],
    ['CASE(Name, "a", true, false)', "Incorrect argument type for function 'CASE()'.", 16],
    ['CASE(Name, "a", 1, "b")', "Incorrect parameter type for function 'CASE()'. Expected Number, received Text", 19],
    ['CASE(Name, "a", 1)', "Incorrect number of parameters for function 'CASE()'. Expected 4, received 3", 0],
    ['ISBLANK(Box__c)', "Incorrect argument type for function 'ISBLANK()'.", 8],
    ['YEAR(Start__c)', "Incorrect parameter type for function 'YEAR()'. Expected Date, received DateTime", 5],
    ['DATEVALUE(1)', "Incorrect argument type for function 'DATEVALUE()'.", 10],
  ])('%s is refused with: %s', (source, message, position) => {
    expect(complaint(source, { fields })).toEqual({ message, position });
  });

  it('names the result when it is not of the declared type', () => {
    const message = 'Formula result is data type (Text), incompatible with expected data type (Number).';
    expect(complaint('Name', { fields, options: { returnType: 'Number' } }).message).toBe(message);
    expect(compile('Name', { fields, options: { returnType: 'Id' } }).type).toBe('Id');
    expect(compile('null', { options: { returnType: 'Date' } }).type).toBe('Date');
  });

  it.each([
    ['REGEX("a", "b")', 'field', 'Function REGEX may not be used in this type of formula'],
    ['HYPERLINK("a", "b")', 'validation', 'Function HYPERLINK may not be used in this type of formula'],
    ['IMAGE("a", "b")', 'flow', 'Function IMAGE may not be used in this type of formula'],
    ['TIMENOW()', 'flow', 'Function TIMENOW may not be used in this type of formula'],
    ['URLFOR("x")', 'field', 'Function URLFOR may not be used in this type of formula'],
  ] as const)('%s is refused in a %s formula', (source, context, message) => {
    expect(complaint(source, { context }).message).toBe(message);
  });

  it('refuses JavaScript in links', () => {
    expect(complaint('HYPERLINK("javascript:alert(1)", "x")', { context: 'field' }).message).toBe(
      "Incorrect argument value for function 'HYPERLINK()'. Javascript is not allowed.",
    );
  });

  it.each(['CURRENCYRATE', 'PREDICT', 'GETSESSIONID'])('%s is refused by name', (name) => {
    expect(() => compile(`${name}("x")`)).toThrow(
      expect.objectContaining({ name: 'NotSupportedError', feature: `formula function ${name}` }),
    );
  });

  it('refuses more than 3,900 characters and more than 15,000 compiled', () => {
    const long = `"${'x'.repeat(4000)}"`;
    expect(complaint(long).message).toBe('Formula is too long (4,002 characters).  Maximum length is 3,900 characters');
    const wide = Array.from({ length: 130 }, (_, index) => `IF(Name = "${index}" & Name, 1, 0)`).join('+');
    const sized = compile(wide, { fields });
    expect(sized.compiledSize).toBeGreaterThan(10_000);
    const doubled = 'IF((Name & Name = Name) = ((Name & Name = Name) = true), 1, 0)';
    const huge = Array.from({ length: 50 }, () => doubled).join('+');
    expect(complaint(huge, { fields, context: 'field' }).message).toMatch(
      /^Compiled formula is too big to execute \([\d,]+ characters\)\. Maximum size is 15,000 characters$/,
    );
  });

  it('counts what the compiled query repeats: each FLOOR names its argument three times, a computed DATE seven', () => {
    const size = (source: string) => compile(source, { fields }).compiledSize;
    expect(size('FLOOR(FLOOR(FLOOR(Amount)))')).toBeGreaterThan(27 * size('Amount'));
    expect(size('DATE(Amount, 1, 1)')).toBeGreaterThan(5 * size('DATE(2026, 1, 1)'));
    expect(size('1 / Amount')).toBeGreaterThan(size('1 * Amount'));
  });
});
