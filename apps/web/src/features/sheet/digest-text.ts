/** A digest short enough to compare by eye: its first three groups of four and its last. Pure. */
export function digestText(hash: string): string {
  if (hash.length <= 16) return hash;
  const groups = hash.slice(0, 12).match(/.{4}/g) ?? [];
  return `${groups.join(' ')} … ${hash.slice(-4)}`;
}
