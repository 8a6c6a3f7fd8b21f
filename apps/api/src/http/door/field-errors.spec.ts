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

  it('says of what is of another type that, and nothing else; of what is not there, what was found first', () => {
    const constraints = { isSeen: 'x', isLength: 'x must be longer than or equal to 1 characters', isString: 'x' };
    const codes = (value: unknown) => fieldErrors({ property: 'text', constraints, value } as never, '').map(({ code }) => code);
    expect([5, {}, true].map(codes)).toEqual([['isString'], ['isString'], ['isString']]);
    expect([undefined, null].map(codes)).toEqual([['isSeen'], ['isSeen']]);
  });
});
