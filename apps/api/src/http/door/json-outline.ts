import { randomBytes } from 'node:crypto';
import type { BodyLimit } from './limits';
import type { Unfit } from './unfit';

const [QUOTE, BACKSLASH, COLON, COMMA] = [0x22, 0x5c, 0x3a, 0x2c];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];
/** Looked up once, not at every sign. */
const { imul } = Math;
const LONGEST_NAME = 200;
/** Chosen anew by each process, so that nobody can find names that look like one. */
const SEED = randomBytes(4).readInt32LE();

/**
 * Whether JSON text keeps to the bounds, told from its bytes alone, before it is parsed: a parser spends far more on many different names, or on
 * deep nesting, than it takes to send them. Null: it does. Text that is no JSON passes or not; the parser says what it is.
 */
export function outlineProblem(bytes: Buffer, limit: BodyLimit): Unfit['code'] | null {
  const names = new Set<number>();
  let [depth, values] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      const end = endOfText(bytes, at + 1);
      if (isName(bytes, end + 1)) {
        if (end - at > LONGEST_NAME) return 'long-name';
        names.add(hashOf(bytes, at + 1, end));
      }
      at = end;
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      depth += 1;
      values += 1;
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) depth -= 1;
    else if (byte === COMMA) values += 1;
    if (depth > limit.depth) return 'too-deep';
    if (values > limit.values || names.size > limit.names) return 'too-many-values';
  }
  return null;
}

/** Where the text ends that began before `from`: at the next quotation mark that no odd number of backslashes stands before. */
function endOfText(bytes: Buffer, from: number): number {
  for (let end = bytes.indexOf(QUOTE, from); end >= 0; end = bytes.indexOf(QUOTE, end + 1)) {
    let before = end;
    while (before > from && bytes[before - 1] === BACKSLASH) before -= 1;
    if ((end - before) % 2 === 0) return end;
  }
  return bytes.length;
}

function isName(bytes: Buffer, after: number): boolean {
  let at = after;
  for (let byte = bytes[at]; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09; byte = bytes[at]) at += 1;
  return bytes[at] === COLON;
}

function hashOf(bytes: Buffer, from: number, to: number): number {
  let hash = SEED;
  for (let at = from; at < to; at += 1) hash = imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash;
}
