const BASE = '/api/v1';

/** What a call asks for after the `?`; what is blank is left out. */
export type Query = Record<string, string | number | boolean | null | undefined>;

/**
 * Whether a path names what it was made for: an id that came from the page's own address and holds dots or strokes would make another call of it, in the
 * name of whoever opened a link. Pure.
 */
export function isPlainPath(path: string): boolean {
  return /^(?:\/[\w~-][\w.~-]*)+$/.test(path);
}

/** The address of a call. Pure. */
export function addressOf(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  const text = search.toString();
  return text === '' ? BASE + path : `${BASE}${path}?${text}`;
}
