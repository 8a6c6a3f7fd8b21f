/** An address of our own as path, search and hash; null for every other, however it is written: a link sends nobody elsewhere after signing in. Pure. */
export function ownAddress(wanted: unknown): string | null {
  const own = 'https://own.invalid';
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || !URL.canParse(wanted, own)) return null;
  const { origin, pathname, search, hash } = new URL(wanted, own);
  return origin === own && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : null;
}
