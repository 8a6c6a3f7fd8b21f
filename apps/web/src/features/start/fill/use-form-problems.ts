import type { FieldProblem } from '@countersign/domain';
import { useState } from 'react';
import type { Problem } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import { useProblemLines, useProblemWords, type FormCheck, type ProblemAt, type ProblemLine, type WireForm } from '../../../shared/form';

interface Shown {
  check: FormCheck;
  form: WireForm;
  /** What the server refused, by field. */
  refused: Problem['errors'];
}

/**
 * Which problems stand under which field. One is said when its field has been left; a blank cell of a table only on request,
 * since rows are filled in from left to right.
 */
export function useFormProblems({ check, form, refused }: Shown) {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const words = useWords();
  const problemWords = useProblemWords();
  const linesOf = useProblemLines();
  const missing = new Map(check.missing.map((problem) => [problem.field, problem]));
  const invalid = new Map(check.invalid.map((problem) => [problem.field, problem]));
  const saidNow = (problem: FieldProblem): boolean => {
    const [top = '', cell] = problem.field.split('.');
    return all || (touched.has(top) && (problem.code !== 'required' || cell === undefined));
  };
  const problemAt: ProblemAt = (path) => {
    const problem = invalid.get(path) ?? missing.get(path);
    if (problem) return saidNow(problem) ? problemWords(problem) : null;
    const said = refused?.find(({ field }) => field === path);
    return said ? words(said.message) : null;
  };
  const lines: ProblemLine[] = linesOf(check, form);
  return {
    lines,
    problemAt,
    touch: (key: string) => setTouched((before) => (before.has(key) ? before : new Set([...before, key]))),
    /** Says everything, and brings the field into view. */
    go: (line: ProblemLine) => {
      setAll(true);
      const field = document.querySelector(`[data-field="${CSS.escape(line.field)}"]`);
      const cell =
        line.path === line.field
          ? null
          : field?.querySelector<HTMLElement>(`[data-path="${CSS.escape(line.path)}"] :is(input, button, textarea)`);
      (cell ?? field?.querySelector<HTMLElement>('input, textarea, button'))?.focus({ preventScroll: true });
      field?.scrollIntoView({ block: 'center' });
    },
  };
}
