/** Signs that nobody types, and no server takes. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;

/**
 * The search of an address as plain words: `10000` and `true` stay what was typed. The router's own reader makes numbers and booleans
 * of them, which no filter that expects words would then take. Pure.
 */
export const searchOf = (text: string): Record<string, string> =>
  Object.fromEntries([...new URLSearchParams(text)].map(([name, value]) => [name, value.replace(CONTROL, '').toWellFormed()]));

/**
 * A route's reader of its search, and nothing beside it: the router lets through whatever a reader does not name, and chats add words of their own to
 * every link that is passed on. Pure.
 */
export function knownSearch<T extends object>(read: (search: Record<string, unknown>) => T): (search: Record<string, unknown>) => T {
  return (search) => ({ ...Object.fromEntries(Object.keys(search).map((name) => [name, undefined])), ...read(search) });
}

/** The same way back; what is absent does not show. Pure. */
export function searchText(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== null);
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}
