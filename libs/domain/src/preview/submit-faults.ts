import type { GuardReference } from '../definition/steps/step-parts';
import { submitChecksOf } from '../definition/starts/submit-checks';
import type { Process } from '../machine/process/process';
import type { FieldValue, FormValues } from '../request/request-state';
import { isBlank, rowsOf } from '../form/blank';
import { fieldProblem, type FieldProblem } from '../form/check/field-problem';
import { guardNamed } from '../guards';
import { writtenValues } from '../guards/guard';
import type { Command } from '../request/command';
import { choicesAsked, choicesParamsOf } from '../guards/choices-made.guard';
import type { Refusal } from '../request/refusal';
import { choiceOf, isHuman } from '../definition/flow';
import { ownValue } from '../text/own-value';
import { validateForm } from '../form/check/validate';
import { beforeOf, choosableSteps, namedAmiss, trialOf, type OpenChoice, type PreviewInput, type Trial } from './preview';

/** A check of the process that one field, or one cell of a table, does not pass. */
export interface CheckFault {
  problem: FieldProblem;
  refusal: Refusal;
}

/** Everything about a form that would keep a submit from being accepted, as far as directory, company and form tell. */
export interface SubmitFaults {
  missing: FieldProblem[];
  invalid: FieldProblem[];
  /** Fields that are not shown: nothing about what is left in them is a fault. */
  hidden: string[];
  choices: FieldProblem[];
  checks: CheckFault[];
}

/**
 * What is blank, wrong, picked wrongly or refused by the checks of the process: all of it at once, each at its place. Pure.
 * A check over a table's column is asked row by row, each row beside those that passed before it: so every row at fault is named, and of two
 * that say the same the second one.
 */
export function submitFaults(process: Process, input: PreviewInput): SubmitFaults {
  const before = beforeOf(process, input);
  const found = validateForm(process.definition, input.form, { step: null, ...before.surroundings });
  if (process.poisoned !== null) return { ...found, checks: [], choices: [] };
  const trial = trialOf(process, input, before);
  return {
    ...found,
    checks: [
      ...submitChecksOf(process.definition).flatMap((check) => checkFaults(check, trial, input.form)),
      ...namedAmiss(process, input, trial).flatMap((no) => faultAt(String(no.params['field']), no)),
    ],
    choices: choiceFaults(process, input, trial),
  };
}

function checkFaults(check: GuardReference, trial: Trial, form: FormValues): CheckFault[] {
  const whole = asked(check, trial, {});
  const path = whole?.params['field'];
  if (whole === null || typeof path !== 'string') return [];
  const [table = '', column] = path.split('.');
  if (column === undefined) return faultAt(path, whole);
  const cells = rowsOf(ownValue(form, table)).flatMap((row, index) => {
    const cell = ownValue(row, column);
    return cell === undefined || isBlank(cell) ? [] : [{ index, text: String(cell) }];
  });
  const each = askedEach(check, trial, { path, values: cells.map(({ text }) => text) });
  const faults = cells.flatMap(({ index }, place) => {
    const found = each[place];
    return found ? faultAt(`${table}.${index}.${column}`, found) : [];
  });
  return faults.length > 0 ? faults : faultAt(table, whole);
}

/** Refusals that say of a field what a form says under it. */
const AT_FIELD = ['too-old', 'odd-letter', 'one-in-force', 'linked-not-approved', 'linked-differs', 'must-hold', 'lacks-role'] as const;
const isAtField = (code: string): code is (typeof AT_FIELD)[number] => AT_FIELD.some((each) => each === code);

/** A refusal that is about one field; every other one is the request's as a whole, and the engine says it. */
function faultAt(field: string, refusal: Refusal): CheckFault[] {
  const { code, params } = refusal;
  if (isAtField(code)) return [{ problem: fieldProblem(field, code, params), refusal }];
  if (code !== 'value-taken') return [];
  return [{ problem: fieldProblem(field, params['request'] === null ? 'value-twice' : 'value-taken', params), refusal }];
}

/** What a check says of each of several values of one field. */
function askedEach(check: GuardReference, trial: Trial, { path, values }: { path: string; values: string[] }): (Refusal | null)[] {
  const { state, command, facts } = trial;
  const together = guardNamed(check.type)?.refuseEach;
  if (together) return together({ context: state.context, command, facts }, check.params, values);
  return values.map((value) => asked(check, trial, { [path]: [value] }));
}

function asked({ type, params }: GuardReference, { state, command, facts }: Trial, instead: Record<string, FieldValue>): Refusal | null {
  const guard = guardNamed(type);
  return (
    guard?.refuse(
      { context: state.context, command: { ...command, fields: { ...writtenValues(command), ...instead } } as Command, facts },
      params,
    ) ?? null
  );
}

/** Picks for steps that ask for none, of people who cannot be picked, and picks that are still to be made. */
function choiceFaults(process: Process, input: PreviewInput, trial: Trial): FieldProblem[] {
  const steps = choosableSteps(process, input);
  const open = new Set(steps.map(({ step }) => step));
  const stray = Object.keys(input.choices).filter((step) => !open.has(step));
  const needed = new Set(choicesAsked({ ...trial, context: trial.state.context }, choicesParamsOf(process.definition)));
  return [
    ...stray.map((step) => fieldProblem(`choices.${step}`, 'not-found', { what: 'step' })),
    ...steps.flatMap(({ step, chosen, candidates }) => {
      if (chosen === null)
        return needed.has(step) && input.returned === undefined ? [fieldProblem(`choices.${step}`, 'required', { type: 'person' })] : [];
      return isOffered(process, { step, chosen, candidates }, input, trial)
        ? []
        : [fieldProblem(`choices.${step}`, 'wrong-kind', { what: 'person' })];
    }),
  ];
}

/** As far as can be told before the walk comes to the step: nobody who asks or benefits may decide, whatever was picked. */
function isOffered(
  process: Process,
  { step: id, chosen, candidates }: OpenChoice,
  { directory, requesterId }: PreviewInput,
  trial: Trial,
): boolean {
  const step = ownValue(process.steps, id);
  if (
    step === undefined ||
    chosen === null ||
    chosen === requesterId ||
    chosen === ('beneficiary' in trial.command ? trial.command.beneficiary : null)
  )
    return false;
  const limited = isHuman(step) && choiceOf(step)?.roles !== undefined;
  return limited ? candidates.includes(chosen) : ownValue(directory.people, chosen)?.active === true;
}
