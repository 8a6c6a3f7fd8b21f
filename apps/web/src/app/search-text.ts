/**
 * The search of an address as plain words: `10000` and `true` stay what was typed. The router's own reader makes numbers and booleans
 * of them, which no filter that expects words would then take. Pure.
 */
export const searchOf = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));

/** The same way back; what is absent does not show. Pure. */
export function searchText(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== null);
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}
