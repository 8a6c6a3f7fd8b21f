import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long work may go on before others have their turn. */
const TURN_MS = 15;

/**
 * Does work that comes in pieces and lets the event loop look after everybody else in between: however much there is to do, nobody waits longer
 * than for one turn and its last piece.
 */
export async function inTurns<T>(work: Generator<void, T, void>): Promise<T> {
  let began = performance.now();
  for (let piece = work.next(); ; piece = work.next()) {
    if (piece.done) return piece.value;
    if (performance.now() - began < TURN_MS) continue;
    await nextTurn();
    began = performance.now();
  }
}

/** What comes of each, in their order; others have their turn in between. */
export function mapInTurns<One, Made>(items: Iterable<One>, each: (item: One) => Made): Promise<Made[]> {
  return inTurns(mapped(items, each));
}

function* mapped<One, Made>(items: Iterable<One>, each: (item: One) => Made): Generator<void, Made[], void> {
  const made: Made[] = [];
  for (const item of items) {
    made.push(each(item));
    yield;
  }
  return made;
}
