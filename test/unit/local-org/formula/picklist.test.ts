import { describe, expect, it } from 'vitest';

import { complaint, evaluate, type Fields } from './formula-under-test.ts';

const fields: Fields = {
  StageName: { type: 'Picklist', value: 'S2 Opportunity Initiation', prior: 'S1 Lead Validation' },
  Rating: { type: 'Picklist', value: null, prior: 'Hot' },
  Skills__c: { type: 'MultiPicklist', value: 'CRM;Field Service;ERP', prior: 'ERP' },
  None__c: { type: 'MultiPicklist', value: null },
  Name: { type: 'Text', value: 'CRM' },
};

describe('picklists', () => {
  it.each([
    ['ISPICKVAL(StageName, "S2 Opportunity Initiation")', true],
    ['ISPICKVAL(StageName, "S1 Lead Validation")', false],
    ['ISPICKVAL(Rating, "")', true],
    ['ISPICKVAL(StageName, "")', false],
    ['ISPICKVAL(PRIORVALUE(StageName), "S1 Lead Validation")', true],
    ['TEXT(StageName)', 'S2 Opportunity Initiation'],
    ['TEXT(PRIORVALUE(StageName))', 'S1 Lead Validation'],
    ['ISBLANK(TEXT(Rating))', true],
    ['ISBLANK(Rating)', true],
    ['ISBLANK(PRIORVALUE(Rating))', false],
    ['CASE(StageName, "S1 Lead Validation", 1, "S2 Opportunity Initiation", 2, -1)', 2],
    ['CASE(PRIORVALUE(StageName), "S1 Lead Validation", 1, 0)', 1],
    ['CASE(Rating, "", "unrated", "rated")', 'unrated'],
    ['CASE(TEXT(StageName) & "|" & TEXT(Rating), "S2 Opportunity Initiation|", 2, 0)', 2],
    ['TEXT(StageName) = "S2 Opportunity Initiation"', true],
    ['INCLUDES(Skills__c, "CRM")', true],
    ['INCLUDES(Skills__c, "Field")', false],
    ['INCLUDES(Skills__c, "Field Service")', true],
    ['INCLUDES(None__c, "CRM")', false],
    ['INCLUDES(PRIORVALUE(Skills__c), "CRM")', false],
    ['PICKLISTCOUNT(Skills__c)', 3],
    ['PICKLISTCOUNT(None__c)', 0],
    ['ISBLANK(None__c)', true],
  ])('%s is %j', (source, expected) => {
    expect(evaluate(source, { fields })).toBe(expected);
  });

  const single = (field: string) =>
    `Field ${field} is a picklist field. Picklist fields are only supported in certain functions.`;
  it.each([
    ['StageName = "x"', single('StageName'), 0],
    ['"x" = StageName', single('StageName'), 6],
    ['StageName', single('StageName'), 0],
    ['LEN(StageName)', single('StageName'), 4],
    ['StageName & "x"', single('StageName'), 0],
    ['IF(true, StageName, "x")', single('StageName'), 9],
    ['BLANKVALUE(StageName, "x")', single('StageName'), 11],
    [
      'TEXT(Skills__c)',
      'Field Skills__c is a multi-select picklist field. Multi-select picklist fields are only supported in certain functions.',
      5,
    ],
    [
      'ISPICKVAL(Name, "x")',
      "Incorrect parameter type for function 'ISPICKVAL()'. Expected Picklist, received Text",
      10,
    ],
    [
      'ISPICKVAL(StageName, Name)',
      "Incorrect parameter type for function 'ISPICKVAL()'. Expected Text Literal, received Text",
      21,
    ],
    [
      'INCLUDES(StageName, "x")',
      "Incorrect parameter type for function 'INCLUDES()'. Expected Multi-Select Picklist, received Picklist",
      9,
    ],
    [
      'CASE(StageName, Name, 1, 2)',
      "Incorrect parameter type for function 'CASE()'. Expected Text Literal, received Text",
      16,
    ],
  ])('%s is refused with: %s', (source, message, position) => {
    expect(complaint(source, { fields })).toEqual({ message, position });
  });
});
