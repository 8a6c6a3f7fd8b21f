import { withoutTurns } from '@countersign/domain';

/** Signs that turn the direction of reading, as they stand in JSON text: themselves, or written out. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]|\\u20(?:2[a-e]|6[6-9])/i;

/**
 * JSON text, read. Throws where it is none, or no UTF-8. Texts come in without the signs that would mirror what is written behind them, however deep
 * they stand: no reason, no cell, no name keeps them.
 */
export function readJsonText(bytes: Buffer): unknown {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (!TURNS.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_name, value: unknown) => (typeof value === 'string' ? withoutTurns(value) : value));
}
