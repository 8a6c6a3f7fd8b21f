import { ownValue, type Json, type Resume, type Stance } from '@countersign/domain';
import { useRef, useState, type RefObject } from 'react';
import type { AllowedCommand, OwnTask, RequestView } from '../../../shared/api/wire';
import { sendablePart, type FormCheck, type WireForm } from '../../../shared/form';
import { keyOf, taskOf } from '../buttons/buttons';
import { asksOf, bodyOf, firstTarget, type AskedPart, type Due, type SaidWith } from '../decision/command-of';
import type { StepFieldsHandle } from '../inputs/task-inputs';
import type { DecisionControls } from '../decision/use-decision';
import { isPartSaid } from './part-said';
import { areSaid } from './row-decisions';
import { checkCorrection } from './correction-form';

/** What is asked before a button is pressed, and what has been answered so far. */
export interface Answers {
  task: OwnTask | null;
  asks: AskedPart[];
  person: string | null;
  setPerson: (person: string | null) => void;
  from: string | null;
  setFrom: (from: string) => void;
  to: string | null;
  setTo: (to: string) => void;
  resume: Resume;
  setResume: (resume: Resume) => void;
  change: string[];
  setChange: (fields: string[]) => void;
  due: Due;
  setDue: (due: Due) => void;
  stance: Stance | null;
  setStance: (stance: Stance) => void;
  fields: WireForm;
  writeField: (key: string, value: Json) => void;
  stepFieldsRef: RefObject<StepFieldsHandle | null>;
  form: WireForm;
  writeForm: (key: string, value: Json) => void;
  check: FormCheck | null;
  faults: number;
  /** What is still missing, a comment aside. */
  unready: 'person' | 'form' | 'stance' | 'rows' | 'part' | null;
  /** What is said with it: kept for this button until it is sent. */
  comment: string;
  setComment: (comment: string) => void;
  said: Partial<SaidWith>;
  /** The body of the press as far as its trial needs it; null while something is missing. */
  body: Record<string, unknown> | null;
}

/** The place that was picked of those where it may go; null where there is none to pick. Pure. */
export const targetOf = ({ targets }: AllowedCommand, to: string | null): AllowedCommand['targets'][number] | null =>
  targets.find((target) => target.to === to) ?? null;

/** How it goes on after a return: as the step says, or as was picked. Pure. */
export const resumeOf = ({ resume }: AllowedCommand, picked: Resume): Resume => (resume === 'choose' ? picked : (resume ?? 'walk-again'));

const setter =
  (set: (change: (before: WireForm) => WireForm) => void) =>
  (key: string, value: Json): void =>
    set((before) => ({ ...before, [key]: value }));

/** Who has the step now that a button is about. */
export const peopleOn = ({ current }: RequestView, { step }: AllowedCommand): RequestView['current'][number]['people'] =>
  current.find((each) => each.step === step)?.people ?? [];

const isHere = ({ task }: RequestView, option: AllowedCommand): boolean => option.task !== null && option.task === task?.id;

/** Who, from whom, where to and how it goes on: what is picked of a few. */
function usePicked(view: RequestView, option: AllowedCommand) {
  const [person, setPerson] = useState<string | null>(null);
  const [from, setFrom] = useState<string | null>(peopleOn(view, option)[0]?.id ?? null);
  const [to, setTo] = useState<string | null>(firstTarget(option)?.to ?? null);
  const [resume, setResume] = useState<Resume>('walk-again');
  const [change, setChange] = useState<string[]>([]);
  const [due, setDue] = useState<Due>('kept');
  return { due, setDue, person, setPerson, from, setFrom, to, setTo, resume, setResume, change, setChange };
}

/** What a dialog asks. What was begun in the bar about the same task stands there already. */
export function useAnswers({ view, draft, change }: DecisionControls, option: AllowedCommand): Answers {
  const begun = isHere(view, option) ? draft : null;
  const { [keyOf(option)]: kept, ...reasons } = draft.reasons ?? {};
  const comment = kept ?? begun?.comment ?? '';
  const picked = usePicked(view, option);
  const { person, from, to, resume, change: asked, due } = picked;
  const [stance, setStance] = useState<Stance | null>(begun?.stance ?? null);
  const [fields, setFields] = useState<WireForm>(option.rows || option.part !== null ? {} : (begun?.fields ?? {}));
  const [form, setForm] = useState(view.form.values as WireForm);
  const stepFieldsRef = useRef<StepFieldsHandle>(null);
  const task = taskOf(view, option);
  const asks = asksOf(option, task);
  const check = asks.includes('form') ? checkCorrection(view, form) : null;
  const faults = check ? check.missing.length + check.invalid.length : 0;
  const lacks = {
    person: asks.includes('person') && person === null,
    form: faults > 0,
    stance: asks.includes('stance') && stance === null,
    rows: option.rows !== null && !areSaid(ownValue(fields, option.rows.table)),
    part: option.part !== null && !isPartSaid(ownValue(fields, option.part)),
  };
  const unready = (['person', 'form', 'stance', 'rows', 'part'] as const).find((what) => lacks[what]) ?? null;
  const said = { comment, person, from, to, resume, change: asked, due, stance, fields, form: check && sendablePart(form, check) };
  return {
    ...{ ...picked, task, asks, stance, setStance, fields, form, check, faults, unready, said },
    comment,
    setComment: (text) => change({ reasons: { ...reasons, [keyOf(option)]: text } }),
    writeField: setter(setFields),
    stepFieldsRef,
    writeForm: setter(setForm),
    body: unready === null ? bodyOf(option, { ...said, comment: '' }, task) : null,
  };
}
