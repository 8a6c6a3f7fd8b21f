import { refusalText, submitFaults, type CheckFault, type FieldProblem, type PreviewInput } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor';
import { fileProblems } from '../../files/held-files';
import { formErrors } from '../../http/problem/form-errors';
import { Problem, type FieldError } from '../../http/problem/problem';
import type { FormSubject } from './form-subject.service';
import { ReferenceCheck } from './reference-check.service';

/** Everything that is wrong with a form, each thing at its place. */
export interface FormFaults {
  /** Blanks, values, references, files, picks. */
  problems: FieldProblem[];
  /** What the checks of the process refuse. */
  checks: CheckFault[];
  /** Fields that are not shown and hold what nobody could be told to put right: it counts as blank, and nothing comes of it. */
  leftovers: string[];
}

/** Faults that one answer names; the rest follow when these are put right. */
const MOST_FAULTS = 100;

/** Says all that is wrong with a form at once, before anything is written: the preview and the submit ask the same judge. */
@Injectable()
export class FormJudge {
  constructor(
    private readonly database: DataSource,
    private readonly references: ReferenceCheck,
  ) {}

  async faults(
    actor: Actor,
    subject: FormSubject,
    { input, unreadable }: { input: PreviewInput; unreadable: FieldProblem[] },
  ): Promise<FormFaults> {
    const { definition } = subject.known.process;
    const { requestId } = subject;
    const { form } = input;
    const [references, files] = await Promise.all([
      this.references.problems(actor, { definition, requestId }, form),
      fileProblems(this.database.manager, { actor, requestId }, form),
    ]);
    const { missing, invalid, checks, choices, ...found } = submitFaults(subject.known.process, input);
    const hidden = new Set(found.hidden);
    const shown = (faults: FieldProblem[]): FieldProblem[] => faults.filter((fault) => !hidden.has(fieldOf(fault)));
    // What could not be read is not there, and is not missing either.
    const blank = missing.filter(({ field }) => !unreadable.some((fault) => fault.field === field || fault.field.startsWith(`${field}.`)));
    const problems = [...shown(unreadable), ...invalid, ...shown(references), ...shown(files), ...choices, ...blank];
    const leftovers = [...references, ...files].map(fieldOf).filter((field) => hidden.has(field));
    // What the writer may not read is as good as absent: no check tells how it stands.
    const absent = new Set(references.filter(({ code }) => code === 'not-found').map(({ field }) => field));
    const told = checks.filter(({ problem }) => !absent.has(problem.field));
    return { problems: problems.slice(0, MOST_FAULTS), checks: told, leftovers: [...new Set(leftovers)] };
  }

  /** The one refusal over all that is wrong; null where nothing is. */
  async problem(actor: Actor, subject: FormSubject, asked: { input: PreviewInput; unreadable: FieldProblem[] }): Promise<Problem | null> {
    return problemOf(subject, await this.faults(actor, subject, asked));
  }

  /** Throws where anything is wrong; else the leftovers of fields that are not shown. */
  async demandSound(actor: Actor, subject: FormSubject, asked: { input: PreviewInput; unreadable: FieldProblem[] }): Promise<string[]> {
    const faults = await this.faults(actor, subject, asked);
    const problem = problemOf(subject, faults);
    if (problem) throw problem;
    return faults.leftovers;
  }
}

/** The field that a fault is in, of a cell its table. */
function fieldOf({ field }: FieldProblem): string {
  return field.split('.')[0] ?? '';
}

/** Faults as a form marks them. */
function faultErrors({ problems, checks }: FormFaults): FieldError[] {
  return formErrors([...problems, ...checks.map(({ problem }) => problem)]).slice(0, MOST_FAULTS);
}

/** The one refusal over all of it: the most telling code, with every fault under `errors`. */
function problemOf(subject: FormSubject, faults: FormFaults): Problem | null {
  const { problems, checks } = faults;
  const errors = faultErrors(faults);
  const [check] = checks;
  if (errors.length === 0) return null;
  const { definition } = subject.known.process;
  const known = new Set(definition.form.fields.map(({ key }) => key));
  const say = (code: 'required-fields' | 'invalid-field', fields: string[]): Problem => {
    // Only what the form has can be called by its label; what it has not is named under `errors`.
    const named = fields.every((field) => known.has(field.split('.')[0] ?? ''));
    return new Problem(code, { fields }, errors, refusalText({ code, params: { fields } }, named ? { definition } : {}));
  };
  if (problems.length === 0 && check)
    return new Problem(check.refusal.code, check.refusal.params, errors, refusalText(check.refusal, { definition }));
  const fields = [...new Set(errors.map(({ field }) => field))];
  if (errors.length > problems.length || problems.some(({ code }) => code !== 'required')) return say('invalid-field', fields);
  const steps = problems.flatMap(({ field }) => (field.startsWith('choices.') ? [field.slice('choices.'.length)] : []));
  if (steps.length < problems.length) return say('required-fields', fields);
  return new Problem('choice-required', { steps }, errors, refusalText({ code: 'choice-required', params: { steps } }, { definition }));
}

/** Faults as the preview lists them. */
export function previewProblems(faults: FormFaults): { field: string; code: string; message: FieldError['message'] }[] {
  return faultErrors(faults).map(({ field, code, message }) => ({ field, code, message }));
}
