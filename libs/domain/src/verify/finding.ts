import type { Bilingual } from '../definition/bilingual';

/** Something to say about a definition. With an error it cannot be published; a warning wants to be read. */
export interface Finding {
  severity: 'error' | 'warning';
  /** Closed word of what is wrong, such as `unknown-field`. */
  code: string;
  /** Where in the JSON, keys and indices joined by dots. */
  path: string;
  message: Bilingual;
}
