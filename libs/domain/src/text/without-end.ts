/** A text without what it ends with, however often: `withoutEnd('1200', '0')` is `12`. One look at each sign, which a pattern with `$` does not promise. Pure. */
export function withoutEnd(text: string, end: string): string {
  let length = text.length;
  while (end !== '' && text.endsWith(end, length)) length -= end.length;
  return text.slice(0, length);
}

/** A decimal without the zeros behind its point that say nothing, and without a point that nothing follows. Pure. */
export function withoutIdleZeros(decimal: string): string {
  return decimal.includes('.') ? withoutEnd(withoutEnd(decimal, '0'), '.') : decimal;
}
