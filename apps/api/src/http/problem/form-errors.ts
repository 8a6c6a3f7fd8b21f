import { fieldProblemText, type FieldProblem } from '@countersign/domain';
import type { FieldError } from './problem';

/** What is wrong with fields of a form, in words. */
export function formErrors(problems: FieldProblem[]): FieldError[] {
  return problems.map((problem) => ({ ...problem, message: fieldProblemText(problem) }));
}
