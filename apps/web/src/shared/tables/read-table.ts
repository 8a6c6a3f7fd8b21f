/** The text of a CSV file: UTF-8, or what spreadsheets in China write without asking; null where it is neither. */
export function tableText(bytes: ArrayBuffer): string | null {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one.
    }
  return null;
}
