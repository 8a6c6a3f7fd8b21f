import type { Bilingual } from '../text/bilingual';

/** How weighty a finding is: an error keeps a definition from being published, a warning wants to be read, a note says how something will work. */
export const SEVERITIES = ['error', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Something to say about a definition. */
export interface Finding {
  severity: Severity;
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

/** A finding that says how something will work. Pure. */
export function note(at: At, zh: string, en: string): Finding {
  return { severity: 'note', ...at, message: { zh, en } };
}

/** Errors first, then warnings, then notes, each in the order found. Pure. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}
