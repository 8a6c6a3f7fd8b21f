/** Blanks of every script, and what no reader can see: format and control signs, joiners, fillers, variation selectors. */
const UNSEEN = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u2800]/gu;

/** The first sign that a reader sees. */
const SEEN = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u2800]/u;

/** Hyphens, dashes and minus signs of every width and length. */
const DASHES = /\p{Dash}/gu;

/**
 * A text as it counts where two spellings of one thing must meet: invoice numbers, sign-in names, request numbers, exact names. Pure.
 * Compatibility forms are one (NFKC: full-width digits, ligatures), case is folded, blanks and invisible signs are gone, every dash is `-`.
 * Never shown or stored in place of what somebody wrote; doing it twice changes nothing.
 */
export function canonicalText(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ');
  return folded.replace(UNSEEN, '').replace(DASHES, '-').normalize('NFKC');
}

/** Whether two texts are one thing, however each is spelt. Pure. A text of which nothing is left is the same as no other. */
export function isSameText(left: string, right: string): boolean {
  const canonical = canonicalText(left);
  return canonical !== '' && canonical === canonicalText(right);
}

/** Whether a reader sees nothing of a text: it is empty, or made of blanks and invisible signs. Pure. */
export function isUnseen(text: string): boolean {
  return !SEEN.test(text);
}
