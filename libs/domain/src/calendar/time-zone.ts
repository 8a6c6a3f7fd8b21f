/** What stands in for a zone that nobody knows: better the wrong hour than no page at all. */
export const FALLBACK_ZONE = 'UTC';

const known = new Map<string, boolean>();
/** Names that were asked for; a few hundred zones exist, and whoever asks for others must not fill the memory. */
const KEPT = 1_000;

/** Whether a text names a time zone of the IANA database, such as `Asia/Shanghai`. Offsets such as `+08:00` do not: PostgreSQL reads their sign the other way round. Pure. */
export function isTimeZone(name: string): boolean {
  const told = known.get(name);
  if (told !== undefined) return told;
  const is = /^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(name) && isKnownToIntl(name);
  if (known.size >= KEPT) known.clear();
  known.set(name, is);
  return is;
}

/** The zone itself, or UTC where a stored one is none: what is read must not fail over a setting. Pure. */
export function zoneOrFallback(name: string): string {
  return isTimeZone(name) ? name : FALLBACK_ZONE;
}

function isKnownToIntl(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
