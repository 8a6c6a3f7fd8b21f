import { fieldErrors } from './field-errors';

describe('what is wrong with a value', () => {
  it.each([
    ['matches', 'month must match /^20\\d{2}-(0[1-9]|1[0-2])$/ regular expression', []],
    ['maxLength', 'name must be shorter than or equal to 80 characters', ['80']],
    ['isLength', 'name must be longer than or equal to 1 and shorter than or equal to 80 characters', ['1', '80']],
  ])('names the bounds that were crossed, and nothing of a pattern: %s', (check, message, values) => {
    expect(fieldErrors({ property: 'month', constraints: { [check]: message } } as never, '')).toMatchObject([
      { field: 'month', code: check, params: { values } },
    ]);
  });
});
