/** Scripts that write words without blanks: two signs make a key. The same classes stand in `search-words.ts` of the api. */
const WIDE = String.raw`\u2e80-\ud7af\uf900-\ufaff\U00020000-\U0003ffff`;
const FIRST_WIDE = 0x2e80;
const NARROW = String.raw`0-9a-z\u00c0-\u1fff`;
/** Whatever else is seen stands for itself. */
const SIGN = String.raw`[^${WIDE}${NARROW}\u0001-\u0020]`;

/**
 * The keys under which search finds a text: of every run of Chinese, Japanese or Korean signs each two, of every run of letters and digits each three,
 * and what is left at its end; of all other signs each by itself. So a word of any length is found by its keys, or by the beginning of one.
 * An index is made of it: a body that gives other keys needs a migration that makes the index anew.
 */
export const SEARCH_GRAMS = `
CREATE OR REPLACE FUNCTION search_grams(t text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_to_tsvector(array_agg(DISTINCT substr(found.run[1], at, CASE WHEN ascii(found.run[1]) >= ${FIRST_WIDE} THEN 2 ELSE 3 END))), '')
  FROM regexp_matches(t, '[${WIDE}]+|[${NARROW}]+|${SIGN}', 'g') AS found(run), generate_series(1, length(found.run[1])) AS at $$`;
