import { ownValue, type Bilingual } from '@countersign/domain';
import type { WireForm } from '../../../shared/form';

/** One thing that the server said about a place of a form. */
export interface ServedProblem {
  field: string;
  code: string;
  message: Bilingual;
}

/** What the server said about a form, and the form that it was said about. */
export interface Said {
  about: WireForm;
  problems: readonly ServedProblem[];
}

interface Now {
  form: WireForm;
  /** Fields on screen: what is said of anything else (a pick, say) is shown where that is. */
  shown: ReadonlySet<string>;
  /** Places of which the form's own check knows already. */
  known: ReadonlySet<string>;
  same(left: unknown, right: unknown): boolean;
}

const topOf = (path: string): string => path.split('.')[0] ?? path;

/** What the server said and still holds: its field is as it was, and nothing else is said of that place. Pure. */
export function saidOf(said: readonly Said[], { form, shown, known, same }: Now): ServedProblem[] {
  const found = said.flatMap(({ about, problems }) =>
    problems.filter(
      ({ field }) =>
        shown.has(topOf(field)) && !known.has(field) && same(ownValue(about, topOf(field)) ?? null, ownValue(form, topOf(field)) ?? null),
    ),
  );
  return found.filter(({ field }, index) => found.findIndex((other) => other.field === field) === index);
}
