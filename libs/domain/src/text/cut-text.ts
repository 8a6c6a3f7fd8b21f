/** A text of at most so many UTF-16 units: what is longer ends with “…”, and never in the middle of a character. Pure. */
export function cutText(text: string, most: number): string {
  return text.length <= most ? text : `${beginningOf(text, most - 1)}…`;
}

/** The beginning of a text, never half a character. Pure. */
export function beginningOf(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}
