import { expense } from '../rehearsal/expense.fixture';
import { parametersOf, type ParametersSet } from './parameters';

const title = { zh: '参数', en: 'Parameter' };
const definition = expense({
  parameters: [
    { key: 'asked', title, default: true },
    { key: 'least', title, default: 5 },
    { key: 'word', title, default: 'all' },
    { key: 'most', title, default: { money: '300', currency: 'CNY' } },
  ],
});

const most = { minor: '30000', currency: 'CNY' };

describe('parameters as a company has set them', () => {
  it.each<[string, ParametersSet, object]>([
    ['are the defaults where nothing is set', {}, { asked: true, least: 5, word: 'all', most }],
    ['are what is set', { asked: false, least: 0, word: '' }, { asked: false, least: 0, word: '', most }],
    [
      'are the defaults where something of another kind is set',
      { asked: 'true', least: '7', word: 1 },
      { asked: true, least: 5, word: 'all', most },
    ],
    [
      'are amounts in the currency of the definition',
      { most: { amount: '20.50', currency: 'CNY' } },
      { asked: true, least: 5, word: 'all', most: { minor: '2050', currency: 'CNY' } },
    ],
    [
      'are the default where an amount is of another currency',
      { most: { amount: '20', currency: 'EUR' } },
      { asked: true, least: 5, word: 'all', most },
    ],
    ['or none at all', { most: { amount: '20.505', currency: 'CNY' } }, { asked: true, least: 5, word: 'all', most }],
    ['are those of the definition only', { other: 1, constructor: false }, { asked: true, least: 5, word: 'all', most }],
  ])('%s', (_what, set, expected) => {
    expect(parametersOf(definition, set)).toEqual(expected);
  });

  it('are not found where every object has something of the name', () => {
    const named = { ...definition, parameters: [{ key: 'constructor', title, default: 'all' }] };
    expect(parametersOf(named, {})).toEqual({ constructor: 'all' });
  });
});
