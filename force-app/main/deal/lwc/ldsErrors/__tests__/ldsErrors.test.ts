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
    ['a script error', new Error('Broken'), ['Broken']],
    ['nothing', undefined, []],
  ])('reads %s', (_what, problem, lines) => {
    expect(reduceErrors(problem)).toEqual(lines);
  });
});
