/** A piece of a sentence; the ones that matter most are coloured. */
export interface Piece {
  text: string;
  strong: boolean;
}

/** Cuts the first occurrence of each word out of a sentence, so that who and how much can be set apart. Pure. */
export function emphasise(sentence: string, words: readonly string[]): Piece[] {
  const spans = words
    .filter((word) => word !== '')
    .map((word) => ({ from: sentence.indexOf(word), length: word.length }))
    .filter((span) => span.from >= 0)
    .sort((a, b) => a.from - b.from || b.length - a.length);
  const pieces: Piece[] = [];
  let position = 0;
  for (const { from, length } of spans) {
    if (from < position) continue;
    if (from > position) pieces.push({ text: sentence.slice(position, from), strong: false });
    pieces.push({ text: sentence.slice(from, from + length), strong: true });
    position = from + length;
  }
  if (position < sentence.length) pieces.push({ text: sentence.slice(position), strong: false });
  return pieces;
}
