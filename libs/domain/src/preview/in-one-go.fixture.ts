import type { InPieces } from './in-pieces';

/** All pieces one after the other. */
export function inOneGo<T>(work: InPieces<T>): T {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
  }
}
