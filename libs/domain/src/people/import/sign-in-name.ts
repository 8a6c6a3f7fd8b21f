import { canonicalText } from '../../text/canonical-text';

/** A sign-in name as accounts keep and compare it: one name, however it is typed (case, full width, blanks, dashes). Pure. Empty = nothing that can be typed. */
export function signInName(typed: string): string {
  return canonicalText(typed);
}
