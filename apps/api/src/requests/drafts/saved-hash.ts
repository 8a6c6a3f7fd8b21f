import { hashOf, type FormValues } from '@countersign/domain';

/** What of a draft, or of changes to a returned request, was saved last. */
export interface Saved {
  form: FormValues;
  choices: Record<string, string>;
  round: number;
  /** Changes to a returned request; they count as long as their round lasts. */
  revision: { round: number; form: FormValues } | null;
}

/** Digest of what was saved last: two windows with the same one show the same. Pure. */
export function savedHash({ form, choices, round, revision }: Saved): string {
  const saved = revision?.round === round ? revision.form : form;
  return hashOf({ form: saved, choices });
}
