import { expense } from '../rehearsal/expense.fixture';
import { parametersOf } from './parameters';

const title = { zh: '参数', en: 'Parameter' };
const definition = expense({
  parameters: [
    { key: 'asked', title, default: true },
    { key: 'least', title, default: 5 },
    { key: 'word', title, default: 'all' },
  ],
});

describe('parameters as a company has set them', () => {
  it.each<[string, Record<string, unknown>, object]>([
    ['are the defaults where nothing is set', {}, { asked: true, least: 5, word: 'all' }],
    ['are what is set', { asked: false, least: 0, word: '' }, { asked: false, least: 0, word: '' }],
    [
      'are the defaults where something of another kind is set',
      { asked: 'true', least: '7', word: 1 },
      { asked: true, least: 5, word: 'all' },
    ],
    ['are those of the definition only', { other: 1, constructor: false }, { asked: true, least: 5, word: 'all' }],
  ])('%s', (_what, set, expected) => {
    expect(parametersOf(definition, set)).toEqual(expected);
  });

  it('are not found where every object has something of the name', () => {
    const named = { ...definition, parameters: [{ key: 'constructor', title, default: 'all' }] };
    expect(parametersOf(named, {})).toEqual({ constructor: 'all' });
  });
});
