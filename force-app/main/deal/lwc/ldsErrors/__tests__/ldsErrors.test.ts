import { reduceErrors } from 'c/ldsErrors';

describe('reduceErrors', () => {
  it.each([
    ['a wire error with one message', { body: { message: 'No access' } }, ['No access']],
    ['a list of messages', { body: [{ message: 'One' }, { message: 'Two' }] }, ['One', 'Two']],
    [
      'record and field errors, without the general sentence',
      {
        body: {
          message: 'An error occurred while trying to update the record.',
          output: {
            errors: [{ message: 'The gate is not met.' }],
            fieldErrors: { Amount: [{ message: 'Fill in the amount.' }] },
          },
        },
      },
      ['The gate is not met.', 'Fill in the amount.'],
    ],
    [
      'several GraphQL errors, each once',
      [{ message: 'Bad' }, { message: 'Bad' }, { message: 'Worse' }],
      ['Bad', 'Worse'],
    ],
    [
      'objects and fields that the user may not see, as one sentence',
      [
        { message: "Validation error of type FieldUndefined: Field 'MF_Deal__c' in type 'RecordQuery' is undefined" },
        { message: "Validation error of type FieldUndefined: Field 'MF_Gate__c' in type 'RecordQuery' is undefined" },
      ],
      ['You have no permission to see this. Ask your administrator for it.'],
    ],
    ['a script error', new Error('Broken'), ['Broken']],
    ['nothing', undefined, []],
  ])('reads %s', (_what, problem, lines) => {
    expect(reduceErrors(problem)).toEqual(lines);
  });
});
