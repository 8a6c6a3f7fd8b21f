import { fieldErrors } from './field-errors';

describe('what is wrong with a value', () => {
  it.each([
    ['isWritten', 'month', 'wrong-form', ['month'], 'must be a month such as 2026-11'],
    ['maxLength', 'name must be shorter than or equal to 80 characters', 'too-long', ['80'], 'must be at most 80 characters long'],
    [
      ...['isLength', 'name must be longer than or equal to 1 and shorter than or equal to 80 characters'],
      ...['wrong-length', ['1', '80'], 'must be 1 to 80 characters long'],
    ],
    [
      ...['isIn', 'work must be one of the following values: at-once, daily, never'],
      ...['not-offered', ['at-once', 'daily', 'never'], 'must be one of at-once, daily, never'],
    ],
  ] as [string, string, string, string[], string][])(
    'is told as a fact, with what is allowed: %s',
    (...[check, message, code, values, en]) => {
      expect(fieldErrors({ property: 'month', constraints: { [check]: message } } as never, '')).toMatchObject([
        { field: 'month', code, params: { values }, message: { en } },
      ]);
    },
  );

  it('says of what is of another type that, and nothing else; of what is not there, what was found first', () => {
    const constraints = { isSeen: 'x', isLength: 'x must be longer than or equal to 1 characters', isString: 'x' };
    const codes = (value: unknown) => fieldErrors({ property: 'text', constraints, value } as never, '').map(({ code }) => code);
    expect([5, {}, true].map(codes)).toEqual([['not-text'], ['not-text'], ['not-text']]);
    expect([undefined, null].map(codes)).toEqual([['blank'], ['blank']]);
  });
});
