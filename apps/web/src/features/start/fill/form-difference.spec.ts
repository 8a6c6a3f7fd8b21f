import { fieldSchema, type Field } from '@countersign/domain';
import { formDifference } from './form-difference';

const field = (key: string, more: object = {}): Field => fieldSchema.parse({ key, type: 'text', label: { zh: key, en: key }, ...more });
const named = (labels: { en: string }[] | undefined) => labels?.map(({ en }) => en);

describe('two versions of a form', () => {
  it('differ by what was added, taken away and changed', () => {
    const before = [field('topic'), field('reason', { maxLength: 100 }), field('payee')];
    const after = [field('topic'), field('reason', { required: true }), field('account')];
    const found = formDifference(before, after);
    expect([named(found?.added), named(found?.removed), named(found?.changed)]).toEqual([['account'], ['payee'], ['reason']]);
  });

  it('are the same in another order, and whatever a later step fills in', () => {
    expect(formDifference([field('a'), field('b')], [field('b'), field('a'), field('c', { filledAt: 'step' })])).toBeNull();
  });
});
