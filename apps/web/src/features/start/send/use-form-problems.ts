import { sameJson, type Bilingual, type FieldProblem } from '@countersign/domain';
import { useState } from 'react';
import { useFaultsAt, useProblemLines, type FormCheck, type ProblemAt, type ProblemLine, type WireForm } from '../../../shared/form';
import { useWords } from '../../../shared/i18n/use-language';
import { saidOf, type Said } from './said';

/** A step whose person the requester picks, and has not. */
export interface OpenChoice {
  step: string;
  title: Bilingual;
}

/** Where a choice stands on screen, as if it were a field: no field has a blank in its name. */
export const choiceField = (step: string): string => `choice ${step}`;

/** Whether a line is about a person to be picked. Pure. */
export const isPick = ({ field }: Pick<ProblemLine, 'field'>): boolean => field.startsWith(choiceField(''));

interface Shown {
  choices: readonly OpenChoice[];
  check: FormCheck;
  form: WireForm;
  /** What the server said of forms that were shown to it, with the form that it saw. */
  said: readonly Said[];
}

/** Where a fault can be seen and mended. */
function focusAt({ field: key, path }: Pick<ProblemLine, 'field' | 'path'>): void {
  const field = document.querySelector(`[data-field="${CSS.escape(key)}"]`);
  const cell = path === key ? null : field?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"] :is(input, button, textarea)`);
  (cell ?? field?.querySelector<HTMLElement>('input, textarea, button'))?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: 'center' });
}

/**
 * Which problems stand under which field. Before somebody asks to submit, one is said when its field has been left, and a blank cell of a
 * table not at all, since rows are filled in from left to right; afterwards all of them, at once. What only the server can know
 * (an invoice that is used elsewhere, one that is too old) stands with them until its field changes.
 */
export function useFormProblems({ check, form, said, choices }: Shown) {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const words = useWords();
  const faultsAt = useFaultsAt();
  const linesOf = useProblemLines();
  const own = [...check.invalid, ...check.missing];
  const order = check.shown.map(({ key }) => key);
  const known = new Set(own.map(({ field }) => field));
  const served = saidOf(said, { form, shown: new Set(order), known, same: sameJson });
  const saidNow = (problem: FieldProblem): boolean => {
    const [top = '', cell] = problem.field.split('.');
    return all || (touched.has(top) && (problem.code !== 'required' || cell === undefined));
  };
  const problemAt: ProblemAt = (path) => {
    if (known.has(path)) return faultsAt(path, own.filter(saidNow), form);
    const found = served.find(({ field }) => field === path);
    return found ? words(found.message) : null;
  };
  const inForm = linesOf(check, form, served).sort((left, right) => order.indexOf(left.field) - order.indexOf(right.field));
  const picks = choices.map(({ step, title }): ProblemLine => {
    const field = choiceField(step);
    return { field, path: field, text: words(title), kind: 'missing' };
  });
  const lines: ProblemLine[] = [...inForm, ...picks];
  return {
    lines,
    /** Everything has been asked for: whatever is missing is marked. */
    saidAll: all,
    problemAt,
    touch: (key: string) => setTouched((before) => (before.has(key) ? before : new Set([...before, key]))),
    /** Says everything, and brings a field into view: the one that is asked for, or the first in the order of the form. */
    go: (line?: ProblemLine) => {
      setAll(true);
      const target = line ?? lines[0];
      // Errors take room under their fields: what is gone to is where it is after they are drawn.
      if (target) requestAnimationFrame(() => requestAnimationFrame(() => focusAt(target)));
    },
  };
}
