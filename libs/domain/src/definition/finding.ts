import type { Bilingual } from '../text/bilingual';

/** Something to say about a definition. With an error it cannot be published; a warning wants to be read. */
export interface Finding {
  severity: 'error' | 'warning';
  /** Closed word of what is wrong, such as `unknown-field`. */
  code: string;
  /** Where in the JSON, keys and indices joined by dots. */
  path: string;
  message: Bilingual;
}

/** Where a finding is, and its closed word. */
export interface At {
  code: string;
  path: string;
}

/** A finding that keeps the definition from being published. Pure. */
export function error(at: At, zh: string, en: string): Finding {
  return { severity: 'error', ...at, message: { zh, en } };
}

/** A finding that wants to be read. Pure. */
export function warning(at: At, zh: string, en: string): Finding {
  return { severity: 'warning', ...at, message: { zh, en } };
}
