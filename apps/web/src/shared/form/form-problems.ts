import { fieldProblemText, ownValue, rowName, rowsOf, type Bilingual, type Field, type FieldProblem } from '@countersign/domain';
import { useTranslation } from 'react-i18next';
import { useWords } from '../i18n/use-language';
import { amountDoubt, typedAt } from './typed/amount-text';
import { dateDoubt, rangeDoubt } from './typed/date-text';
import type { FormCheck, WireForm } from './form-check';

/** What is wrong at a path of the form, in words; null where nothing is, or nothing that should be said yet. */
export type ProblemAt = (path: string) => string | null;

/** One line of “what is still missing”, and the field that it leads to. */
export interface ProblemLine {
  field: string;
  path: string;
  text: string;
  /** Not there yet, or there and wrong. */
  kind: 'missing' | 'wrong';
}

/** What the server said about a place of the form. */
interface Served {
  field: string;
  message: Bilingual;
}

/** Words a problem of a field of the form, the same under that field and in the list of what is wrong. */
function useProblemWords(): (problem: FieldProblem, form: WireForm) => string {
  const { t } = useTranslation('form');
  const words = useWords();
  return (problem, form) => {
    const doubt = amountDoubt(form, problem);
    if (doubt !== null) return t('amountDoubt', { text: doubt });
    const range = problem.code === 'not-a-date' ? rangeDoubt(ownValue(form, problem.field)) : null;
    if (range !== null && 'half' in range) return t('rangeHalf');
    const text = range?.text ?? (problem.code === 'not-a-date' ? typedAt(form, problem) : '');
    const day = text === '' ? null : dateDoubt(text);
    return day === null ? words(fieldProblemText(problem)) : t(day === 'two-ways' ? 'dateTwoWays' : 'dateUnread', { text });
  };
}

/** Everything that is wrong at one place of the form, in one line; null where nothing is. */
export function useFaultsAt(): (path: string, problems: readonly FieldProblem[], form: WireForm) => string | null {
  const { t } = useTranslation('form');
  const problemWords = useProblemWords();
  return (path, problems, form) => {
    const found = problems.filter(({ field }) => field === path).map((problem) => problemWords(problem, form));
    return found.length === 0 ? null : found.join(t('faultJoiner'));
  };
}

/** What stands between the form and its submission, one line per problem, worded with the names of fields and rows. */
export function useProblemLines(): (check: FormCheck, wire: WireForm, served?: readonly Served[]) => ProblemLine[] {
  const { t } = useTranslation('form');
  const words = useWords();
  const problemWords = useProblemWords();
  const rowWords = (field: Extract<Field, { type: 'table' }>, wire: WireForm, row: number): string => {
    const name = rowName(field, rowsOf(ownValue(wire, field.key))[row] ?? {});
    return name ?? t('rowNumber', { row: row + 1 });
  };
  const lineOf = (path: string, problem: string | null, { check, wire }: { check: FormCheck; wire: WireForm }): string => {
    const [key = '', row, columnKey] = path.split('.');
    const field = check.shown.find((each) => each.key === key);
    const label = words(field?.label ?? ({ zh: key, en: key } satisfies Bilingual));
    if (field?.type !== 'table' || row === undefined) return problem === null ? label : t('fieldWrong', { label, problem });
    const column = field.columns.find((each) => each.key === columnKey);
    const place = { row: rowWords(field, wire, Number(row)), column: column ? words(column.label) : '' };
    return problem === null ? t('cellMissing', lower(place)) : t('cellWrong', { ...lower(place), problem });
  };
  return (check, wire, served = []) => {
    const place = (path: string) => ({ path, field: path.split('.')[0] ?? '' });
    const form = { check, wire };
    const own = [...check.invalid, ...check.missing].map((problem) => {
      const missing = problem.code === 'required';
      const text = lineOf(problem.field, missing ? null : problemWords(problem, wire), form);
      return { ...place(problem.field), text, kind: missing ? ('missing' as const) : ('wrong' as const) };
    });
    const said = served.map(({ field, message }) => ({
      ...place(field),
      text: lineOf(field, words(message), form),
      kind: 'wrong' as const,
    }));
    return [...own, ...said];
  };
}

/** A column's name inside an English sentence begins small; Chinese knows no case. */
const lower = ({ row, column }: { row: string; column: string }) => ({ row, column: column.charAt(0).toLowerCase() + column.slice(1) });
