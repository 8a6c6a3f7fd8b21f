import { saidOf, type ServedProblem } from './said';

const problem = (field: string, code = 'value-taken'): ServedProblem => ({ field, code, message: { zh: '用过', en: 'used' } });
const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);
const items = [{ invoice: 'F1' }];
const shown = new Set(['items', 'reason']);

describe('what the server said of a form', () => {
  it('stands until its field changes, and no longer', () => {
    const said = [{ about: { items, reason: 'a' }, problems: [problem('items.0.invoice')] }];
    expect(saidOf(said, { form: { items, reason: 'b' }, shown, known: new Set(), same })).toHaveLength(1);
    expect(saidOf(said, { form: { items: [{ invoice: 'F2' }], reason: 'a' }, shown, known: new Set(), same })).toEqual([]);
  });

  it('is not said where the form knows better, and not twice', () => {
    const said = [
      { about: { items }, problems: [problem('items.0.invoice'), problem('reason', 'required')] },
      { about: { items }, problems: [problem('items.0.invoice', 'too-old')] },
    ];
    const held = saidOf(said, { form: { items }, shown, known: new Set(['reason']), same });
    expect(held.map(({ field, code }) => [field, code])).toEqual([['items.0.invoice', 'value-taken']]);
  });

  it('is not said of what is no field on screen, such as a pick', () => {
    expect(saidOf([{ about: {}, problems: [problem('choices.pick', 'required')] }], { form: {}, shown, known: new Set(), same })).toEqual(
      [],
    );
  });
});
