const KNOWN: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whether a code is a currency of ISO 4217, written in capitals. Pure. */
export function isCurrency(code: string): boolean {
  return KNOWN.has(code);
}
