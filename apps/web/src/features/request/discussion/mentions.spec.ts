import type { PersonRef } from '../../../shared/api/wire';
import { mentionedIn, partsOf } from './mentions';

const person = (id: string, zh: string, en: string): PersonRef => ({ id, name: { zh, en }, title: null, unit: null });
const min = person('1', '王敏', 'Wang Min');
const minmin = person('2', '王敏敏', 'Wang Minmin');
const li = person('3', '李娜', 'Li Na');
const people = [min, minmin, li];
const zh = ({ name }: PersonRef): string => name.zh;
const en = ({ name }: PersonRef): string => name.en;

describe('a comment that speaks to somebody', () => {
  it('speaks to those whose names follow an @, each once', () => {
    expect(mentionedIn('@王敏 请看，@李娜 也看；再请@王敏', people, zh)).toEqual([min, li]);
    expect(mentionedIn('Ask @Li Na, please', people, en)).toEqual([li]);
  });

  it('takes the longest name that is there', () => {
    expect(mentionedIn('@王敏敏 请看', people, zh)).toEqual([minmin]);
    expect(mentionedIn('@王敏请看', people, zh)).toEqual([min]);
  });

  it('speaks to nobody by an address, a strange name, or an @ alone', () => {
    expect(mentionedIn('mail me@example.com, @ 王敏, @张三', people, zh)).toEqual([]);
    expect(mentionedIn('', people, zh)).toEqual([]);
  });

  it('falls into parts that are the whole text again', () => {
    const text = '请@李娜看看，@王敏敏也是。';
    const parts = partsOf(text, people, zh);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.map((part) => part.person?.id ?? null)).toEqual([null, '3', null, '2', null]);
  });
});
