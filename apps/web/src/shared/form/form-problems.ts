import { fieldProblemText, rowName, rowsOf, type Bilingual, type Field, type FieldProblem } from '@countersign/domain';
import { useTranslation } from 'react-i18next';
import { useWords } from '../i18n/use-language';
import type { FormCheck, WireForm } from './form-check';

/** What is wrong at a path of the form, in words; null where nothing is, or nothing that should be said yet. */
export type ProblemAt = (path: string) => string | null;

/** One line of “what is still missing”, and the field that it leads to. */
export interface ProblemLine {
  field: string;
  path: string;
  text: string;
}

/** Words a problem of a field for the place under that field. */
export function useProblemWords(): (problem: FieldProblem) => string {
  const words = useWords();
  return (problem) => words(fieldProblemText(problem));
}

/** What stands between the form and its submission, one line per problem, worded with the names of fields and rows. */
export function useProblemLines(): (check: FormCheck, wire: WireForm) => ProblemLine[] {
  const { t } = useTranslation('form');
  const words = useWords();
  const problemWords = useProblemWords();
  const rowWords = (field: Extract<Field, { type: 'table' }>, wire: WireForm, row: number): string => {
    const name = rowName(field, rowsOf(wire[field.key])[row] ?? {});
    return name ?? t('rowNumber', { row: row + 1 });
  };
  const lineOf = (problem: FieldProblem, check: FormCheck, wire: WireForm): string => {
    const [key = '', row, columnKey] = problem.field.split('.');
    const field = check.shown.find((each) => each.key === key);
    const label = words(field?.label ?? ({ zh: key, en: key } satisfies Bilingual));
    if (field?.type !== 'table' || row === undefined)
      return problem.code === 'required' ? label : t('fieldWrong', { label, problem: problemWords(problem) });
    const column = field.columns.find((each) => each.key === columnKey);
    const place = { row: rowWords(field, wire, Number(row)), column: column ? words(column.label) : '' };
    return problem.code === 'required'
      ? t('cellMissing', lower(place))
      : t('cellWrong', { ...lower(place), problem: problemWords(problem) });
  };
  return (check, wire) =>
    [...check.invalid, ...check.missing].map((problem) => ({
      path: problem.field,
      field: problem.field.split('.')[0] ?? '',
      text: lineOf(problem, check, wire),
    }));
}

/** A column's name inside an English sentence begins small; Chinese knows no case. */
const lower = ({ row, column }: { row: string; column: string }) => ({ row, column: column.charAt(0).toLowerCase() + column.slice(1) });
