/**
 * The domain's `canonicalText` as far as PostgreSQL can tell: compatibility forms are one, case is folded, blanks and invisible signs are gone, dashes
 * are `-`. Only for finding what is held elsewhere; where it tells less than the domain, the key of `claimed_value` still refuses.
 */
export const CANONICAL_TEXT = `
CREATE OR REPLACE FUNCTION canonical_text(p text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(regexp_replace(lower(normalize(p, NFKC)),
    '[\\s\\u00ad\\u034f\\u061c\\u115f\\u1160\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0]+', '', 'g'),
    '[\\u2010-\\u2015\\u2212\\u2e3a\\u2e3b\\u301c]', '-', 'g') $$`;
