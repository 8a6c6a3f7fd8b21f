import { en } from './en';
import { enLater } from './en/later';
import { zh } from './zh';
import { zhLater } from './zh/later';

type Texts = Readonly<Record<string, string | undefined>>;

const chinese: Readonly<Record<string, Texts>> = { ...zh, ...zhLater };
const english: Readonly<Record<string, Texts>> = { ...en, ...enLater };
const PLURAL = /_(one|other)$/;
const namespaces = Object.keys(chinese);

/** Texts that one language does without: amounts in capital figures are a Chinese form. */
const CHINESE_ONLY = new Set(['sheet.inWords']);

const placesOf = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted();
/** Every form of an English text: itself, or its plural forms. */
const formsOf = (texts: Texts, key: string): string[] =>
  [texts[key], texts[`${key}_one`], texts[`${key}_other`]].filter((text) => text !== undefined && text !== '') as string[];

/** One text in both languages. */
interface Pair {
  at: string;
  text: string;
  forms: string[];
  /** The English form for one thing. */
  one: string | undefined;
}

const pairs: Pair[] = namespaces.flatMap((namespace) => {
  const texts = english[namespace] ?? {};
  return Object.entries(chinese[namespace] ?? {}).map(([key, text]) => {
    return { at: `${namespace}.${key}`, text: text ?? '', forms: formsOf(texts, key), one: texts[`${key}_one`] };
  });
});

const each = (wrong: (pair: Pair) => string | null): string[] => pairs.flatMap((pair) => wrong(pair) ?? []);

describe('the texts of the screens', () => {
  it('are there in both languages, none of them blank', () => {
    expect(Object.keys(english).toSorted()).toEqual(namespaces.toSorted());
    expect(each(({ at, text, forms }) => (text === '' || (forms.length === 0 && !CHINESE_ONLY.has(at)) ? at : null))).toEqual([]);
    const unknown = namespaces.flatMap((namespace) =>
      Object.keys(english[namespace] ?? {}).filter((key) => !(key.replace(PLURAL, '') in (chinese[namespace] ?? {}))),
    );
    expect(unknown).toEqual([]);
  });

  it('have the same places for values in both; a text for one thing may leave the number out', () => {
    const found = each(({ at, text, forms, one }) => {
      if (CHINESE_ONLY.has(at)) return null;
      const wanted = placesOf(text).join();
      const wrong = forms.filter((form) => {
        const own = placesOf(form).join();
        const spelt = form === one && placesOf(text.replace('{{count}}', '')).join() === own;
        return own !== wanted && !spelt;
      });
      return wrong.length > 0 ? `${at}: “${text}” and “${wrong.join('”, “')}”` : null;
    });
    expect(found).toEqual([]);
  });

  it('never say “1 records”: a number before a plural has a form for one', () => {
    const found = each(({ at, forms, one }) =>
      forms.some((form) => /\{\{(count|times|cases|rows|late)\}\} [a-z]+s\b/i.test(form)) && one === undefined ? at : null,
    );
    expect(found).toEqual([]);
    const ones = namespaces.flatMap((namespace) =>
      Object.entries(english[namespace] ?? {}).flatMap(([key, text]) =>
        key.endsWith('_one') && /\{\{count\}\} [a-z]+s\b/i.test(text ?? '') ? [`${namespace}.${key}`] : [],
      ),
    );
    expect(ones).toEqual([]);
  });
});
