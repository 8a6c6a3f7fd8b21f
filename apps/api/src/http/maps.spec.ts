import { validateSync } from 'class-validator';
import { IsChoiceMap } from './maps';

class Body {
  @IsChoiceMap() choices: unknown;
}

const takes = (choices: unknown): boolean => validateSync(Object.assign(new Body(), { choices })).length === 0;

describe('picks', () => {
  it('are step → person, or nobody', () => {
    expect(takes({ look: crypto.randomUUID(), sign: '', pay: '  ' })).toBe(true);
    expect(takes({ look: ` ${crypto.randomUUID().toUpperCase()}\n` })).toBe(true);
    for (const wrong of [null, [], { look: 1 }, { look: 'gu-ming' }, { Look: '' }, { look: `${crypto.randomUUID()}x` }])
      expect(takes(wrong)).toBe(false);
  });

  it('hold nobody up, whatever stands in them', () => {
    const blanks = ' '.repeat(500_000);
    expect(takes({ look: `${blanks}x` })).toBe(false);
    expect(takes({ look: `${blanks}${crypto.randomUUID()}${blanks}` })).toBe(true);
  });
});
