import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../../../../..');
const OURS = ['apps/web/src', 'apps/api/src', 'libs/domain/src', 'workflows/definitions'];
const HAN = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/g;
/** A few signs of a new text come from the packaged fonts; more would make the first visit heavy. */
const FEW = 40;

function textsOf(folder: string): string[] {
  return (
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      // Names, what people write, and what is only read, come from the packaged fonts, sign by sign (README).
      .filter(
        (file) =>
          /\.tsx?$/.test(file) &&
          !/\.spec\.|(demo-(staff|leases|story)|(first|second|third)-rows|parse-amount|formula-guard|pasted-columns)\.ts$/.test(file),
      )
      .map((file) => readFileSync(path.join(root, folder, file), 'utf8'))
  );
}

/** The ranges of a face of the style sheet, by the file that holds its signs. */
function rangesOf(css: string, file: string): [number, number][] {
  const face = css.split('@font-face').find((each) => each.includes(file)) ?? '';
  return [...(/unicode-range:([^;]+)/.exec(face)?.[1] ?? '').matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].map(([, from = '0', to]) => [
    parseInt(from, 16),
    parseInt(to ?? from, 16),
  ]);
}

describe('the fonts of our own', () => {
  const css = readFileSync(path.join(__dirname, 'fonts.css'), 'utf8');
  const door = rangesOf(css, 'hanzi-door.woff2');
  const desk = rangesOf(css, 'hanzi-desk.woff2');
  const has = (ranges: [number, number][], sign: string): boolean =>
    ranges.some(([from, to]) => (sign.codePointAt(0) ?? 0) >= from && (sign.codePointAt(0) ?? 0) <= to);

  it('have nearly every Chinese sign of our texts; `make.py` brings the rest', () => {
    const signs = new Set(OURS.flatMap(textsOf).flatMap((text) => text.match(HAN) ?? []));
    const missing = [...signs].filter((sign) => !has([...door, ...desk], sign));
    expect({ missing: missing.join(''), few: missing.length <= FEW }).toEqual({ missing: missing.join(''), few: true });
    expect(signs.size).toBeGreaterThan(500);
  });

  it('have every Chinese sign of the sign-in page in the file that it fetches', () => {
    const login = readFileSync(path.join(root, 'apps/web/src/shared/i18n/zh/login.ts'), 'utf8');
    // As make.py reads them: the first group of people whole, and what the others are called.
    const people = readFileSync(path.join(root, 'workflows/definitions/demo/demo-people.ts'), 'utf8');
    const shown = [
      people.split('const RESEARCH')[0] ?? '',
      ...[...people.matchAll(/group\(\s*\['([^']+)'/g)].map(([, title = '']) => title),
    ];
    expect(shown.length).toBeGreaterThan(2);
    const texts = [login, ...shown].join('');
    expect((texts.match(HAN) ?? []).filter((sign) => !has(door, sign)).join('')).toBe('');
  });

  it('weigh no more than a first visit may', () => {
    const size = ['inter.woff2', 'hanzi-door.woff2', 'hanzi-desk.woff2']
      .map((file) => readFileSync(path.join(__dirname, file)).length)
      .reduce((sum, bytes) => sum + bytes, 0);
    expect(size).toBeLessThan(250_000);
  });
});
