import { definition, names } from '../sentences/sentence-scene.fixture';
import { conditionBrief, conditionText } from './condition-text';

describe('a condition in words', () => {
  const say = (condition: Parameters<typeof conditionText>[0], negated = false) => conditionText(condition, { definition, names }, negated);
  it.each([
    [{ eq: [{ field: 'inPlan' }, { value: true }] }, '计划内', 'In plan'],
    [
      { all: [{ gte: [{ field: 'amount' }, { money: '50000', currency: 'CNY' }] }, { filled: { field: 'witness' } }] },
      '金额不低于 ¥50,000，且证明人已填',
      'Amount is at least ¥50,000 and Witness is filled in',
    ],
    [{ requesterHasRole: 'gm' }, '申请人是总经理', 'the requester is General manager'],
    [{ eq: [{ stance: 'check' }, { value: 'against' }] }, '「查验单据」意见为反对', 'the opinion “Check documents” is against'],
  ] as const)('says %j', (condition, zh, en) => {
    expect(say(condition as never)).toEqual({ zh, en });
  });

  it('is no reason when it has too many parts', () => {
    const part = { gt: [{ field: 'amount' }, { money: '5', currency: 'CNY' }] };
    expect(conditionBrief({ all: [part, part] } as never, { definition, names })?.zh).toBe('高于 ¥5，且高于 ¥5');
    expect(conditionBrief({ all: [part, part, part] } as never, { definition, names })).toBeNull();
    expect(conditionBrief({ not: { eq: [{ field: 'inPlan' }, { value: true }] } }, { definition, names })).toEqual({
      zh: '计划外',
      en: 'Over plan',
    });
  });

  it('says the opposite by the laws of logic', () => {
    const condition = {
      any: [{ gt: [{ field: 'amount' }, { money: '5', currency: 'CNY' }] }, { not: { requesterHasRole: 'gm' } }],
    } as const;
    expect(say(condition as never, true)).toEqual({
      zh: '金额不高于 ¥5，且申请人是总经理',
      en: 'Amount is not above ¥5 and the requester is General manager',
    });
  });
});
