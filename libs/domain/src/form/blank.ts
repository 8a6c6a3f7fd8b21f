import type { Json } from '../text/bilingual';
import { isUnseen } from '../text/canonical-text';
import { isStorableText } from '../text/storable-text';

/** A row of cells of ranges is as deep as any value of a form goes; what is nested deeper is no blank. */
const DEEPEST = 3;

/**
 * Whether a value counts as not filled in: absent, null, a text of which nobody sees anything, empty list, a row or range of blanks. Pure.
 * `false` and 0 are filled.
 */
export function isBlank(value: Json | undefined): boolean {
  return isBlankWithin(value, DEEPEST);
}

function isBlankWithin(value: Json | undefined, depth: number): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return isUnseen(value) && isStorableText(value);
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && depth > 0 && Object.values(value).every((each) => isBlankWithin(each, depth - 1));
}

/** Whether a JSON value is an object with named members. Pure. */
export function isRecord(value: unknown): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The rows of a table's value; none where it is blank or no table. Pure. */
export function rowsOf(value: Json | undefined): Record<string, Json>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
