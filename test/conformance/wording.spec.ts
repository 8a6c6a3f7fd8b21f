import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { said, type Said } from '../support/law/said';

const root = path.resolve(__dirname, '..', '..');
const HAN = '\\p{Script=Han}';
const spoken = execFileSync('git', ['ls-files', 'apps', 'libs', 'workflows/definitions'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.(tsx?|js)$/.test(file) && !/\.(spec|fixture)\.|schema\.d\.ts$|\/migrations\/|\/fonts\//.test(file));
const texts: Said[] = spoken.flatMap((file) => said(path.join(root, file)).map((each) => ({ ...each, at: `${file}:${each.at}` })));

/** Rows of the table of docs/wording.md: what each language does not say, with what it says instead. */
function glossary(): { zh: string; en: string; never: Record<'zh' | 'en', RegExp[]> }[] {
  const rows = readFileSync(path.join(root, 'docs', 'wording.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);
  const patterns = (cell: string): RegExp[] =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => new RegExp(text.replaceAll('\\|', '|'), 'iu'));
  return rows.map((row) => {
    const [, , zh = '', en = '', notZh = '', notEn = ''] = row.split(/(?<!\\)\|/).map((cell) => cell.trim());
    return { zh, en, never: { zh: patterns(notZh), en: patterns(notEn) } };
  });
}

const complaints = (language: 'zh' | 'en', wrong: (text: string) => string | null): string[] =>
  texts
    .filter((each) => each.language === language)
    .flatMap(({ at, text }) => {
      const why = wrong(text);
      return why === null ? [] : [`${at} “${text}”: ${why}`];
    });

describe('the words of the product', () => {
  it('are found: in both languages, in every room that speaks', () => {
    for (const room of ['apps/web', 'apps/api', 'apps/local', 'libs/domain', 'workflows'])
      for (const language of ['zh', 'en']) {
        const found = texts.some((each) => each.at.startsWith(room) && each.language === language);
        expect({ room, language, found }).toEqual({ room, language, found: true });
      }
    expect(texts.length).toBeGreaterThan(2_500);
  });

  it.each(['zh', 'en'] as const)('call one thing by one word (%s)', (language) => {
    const rows = glossary();
    expect(rows.length).toBeGreaterThan(20);
    const found = complaints(language, (text) => {
      const row = rows.find(({ never }) => never[language].some((pattern) => pattern.test(text)));
      return row ? `say “${row[language]}”` : null;
    });
    expect(found).toEqual([]);
  });

  it('punctuate Chinese in full width, and name things in 「」', () => {
    const half = new RegExp(`${HAN}[,;!?]|${HAN}:(?!\\S)|${HAN}\\(|\\)${HAN}`, 'u');
    const found = complaints('zh', (text) => {
      if (half.test(text)) return 'full-width punctuation';
      if (/，，|。。|；；|。，|，。/.test(text)) return 'punctuation twice';
      return /[“”"]/.test(text.replace(/“\{\{text\}\}”/, '')) ? '「」 around names' : null;
    });
    expect(found).toEqual([]);
  });

  it('keep a space between Chinese and Latin letters or figures', () => {
    const tight = new RegExp(`${HAN}[A-Za-z0-9¥]|[A-Za-z0-9](?![万亿元年月日人民币])${HAN}`, 'u');
    expect(complaints('zh', (text) => (tight.test(text) ? 'a space is missing' : null))).toEqual([]);
  });

  it('write English with typographic quotes, without contractions, in British spelling', () => {
    const found = complaints('en', (text) => {
      if (/[A-Za-z]'[A-Za-z]|(?<!=)"[A-Za-z]/.test(text)) return 'typographic quotes';
      if (/\b\w+n’t\b|\b(it|that|there|what)’s\b|\b(we|you|they)’(re|ve|ll)\b/i.test(text)) return 'no contractions';
      if (/\b(favor|color|canceled|behavior|organiz|recogniz|authoriz|center)\b/i.test(text)) return 'British spelling';
      return /  |\w\s[,.;:!?](\s|$)| …$/.test(text.replace(/- \. : or _|press \?/, 'x')) ? 'spacing' : null;
    });
    expect(found).toEqual([]);
  });
});
