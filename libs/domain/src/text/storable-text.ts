/**
 * Whether a text can be stored and hashed: whole characters, without NUL, which PostgreSQL's JSON cannot hold. Pure.
 * Everything that people write has to pass this before it travels in a command: a command that cannot be stored would stop its request.
 */
export function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}

/** Signs that turn the reading direction of what follows, beyond the text that they stand in: 1,000.50 after them reads 05.000,1. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text without the signs that would mirror whatever is written behind it. Marks of one letter's direction stay. Pure. */
export function withoutTurns(text: string): string {
  return text.replace(TURNS, '');
}
