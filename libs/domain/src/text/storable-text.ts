/**
 * Whether a text can be stored and hashed: whole characters, without NUL, which PostgreSQL's JSON cannot hold. Pure.
 * Everything that people write has to pass this before it travels in a command: a command that cannot be stored would stop its request.
 */
export function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}
