import { canonicalText, identifierText, isIdentifying, LOOKALIKES, ownValue } from '@countersign/domain';

/** The characters of the basic plane for which something holds, halves of surrogate pairs left out. */
function charactersThat(holds: (sign: string) => boolean): string[] {
  return Array.from({ length: 0xffff }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCharCode(code))
    .filter(holds);
}

/** Ranges of a bracket expression, written as escapes. */
function rangesOf(signs: string[]): string {
  const codes = signs.map((sign) => sign.charCodeAt(0));
  const starts = codes.filter((code, index) => codes[index - 1] !== code - 1);
  const ends = codes.filter((code, index) => codes[index + 1] !== code + 1);
  const escape = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`;
  return starts.map((start, index) => `${escape(start)}-${escape(ends[index] ?? start)}`).join('');
}

const digits = charactersThat((sign) => /\p{Nd}/u.test(sign) && !/[0-9]/.test(sign));
const letters = Object.keys(LOOKALIKES);
const from = [...digits, ...letters].join('');
const to = [...digits.map(canonicalText), ...letters.map((letter) => ownValue(LOOKALIKES, letter))].join('');
/** Marks that may stand on any letter, and count for nothing. */
const MARKS = rangesOf(charactersThat((sign) => /\p{M}/u.test(sign) && identifierText(`a${sign}`) === 'a'));
const BARE = rangesOf(charactersThat(isIdentifying));

/**
 * The domain's `identifierText`, as far as PostgreSQL can tell, with the domain's own tables (of letters that become two in capitals, ß alone): only for finding what is held elsewhere. Of what is made of
 * signs alone it says nothing. Where it tells less than the domain, the key of `claimed_value` still refuses.
 */
export const IDENTIFIER_TEXT = `
CREATE OR REPLACE FUNCTION identifier_text(p text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(normalize(regexp_replace(normalize(
      replace(lower(translate(upper(replace(lower(normalize(p, NFKC)), 'ß', 'ss')), '${from}', '${to}')), 'ς', 'σ'), NFD), '[${MARKS}]+', '', 'g'), NFKC),
    '[^${BARE}\\U00010000-\\U0010ffff]+', '', 'g') $$`;
