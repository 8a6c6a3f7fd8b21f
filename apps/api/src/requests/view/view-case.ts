import type { RequestFacts } from '@countersign/database';
import {
  computeForm,
  doneBeforeText,
  isBlank,
  isHuman,
  isVisible,
  momentText,
  operationOf,
  ownValue,
  type Bilingual,
  type Definition,
  type Done,
  type Field,
  type FormSurroundings,
  type FormValues,
  type HumanStep,
  type Process,
  type Reader,
  type RequestState,
  type DoneWords,
} from '@countersign/domain';
import type { Actor } from '../../auth/actor';
import type { PersonRef } from '../../http/schema/values.view';
import type { RequestNames } from '../names/names.service';
import type { BundleTask, RequestBundle } from './request-bundle';

/** Everything that one reader's view of one request is made of. The parts of the view are pure functions of it. */
export interface ViewCase {
  actor: Actor;
  known: RequestFacts;
  bundle: RequestBundle;
  process: Process;
  definition: Definition;
  state: RequestState;
  surroundings: FormSurroundings;
  /** By which the form would count its working days, were it sent now; undefined where it counts none. */
  clock: FormSurroundings['clock'];
  /** What this reader may see of the form, sums computed. */
  values: FormValues;
  /** Keys of fields that this reader may not see. */
  hidden: ReadonlySet<string>;
  /** The version that the requester of a draft has seen last, where the draft has followed its process since. */
  begunWith: Definition | null;
  /** The version that its requester would begin the same anew with; null where the process is in use no more, and for every other reader. */
  inUse: Definition | null;
  /** Comments on what was said about items, by the number of the transition. */
  itemComments: ReadonlyMap<number, string>;
  /** What the process of the request that started this one lets its readers see, and how that is called; null where none did. */
  above: { fields: Field[]; names: RequestNames } | null;
  /** What the requests that it has started, and the one that started it, are called to this reader. */
  lines: ReadonlyMap<string, Bilingual>;
  names: RequestNames;
  person: (id: string) => PersonRef;
  /** Notes what of this request could not be told, and why: its page goes without it. */
  untold: (what: string, error: unknown) => void;
}

/** How somebody reads a request: whoever may correct it sees what they correct. */
export function readerOf(
  { readingSteps: steps, concerned }: Pick<RequestBundle, 'readingSteps' | 'concerned'>,
  actor: Actor,
  { head, facts, request, known: { process } }: RequestFacts,
): Reader {
  const readsAll = actor.rights.includes('requests.read-all');
  const corrects = facts.actor !== null && operationOf('correct').concerns(request.state, facts.actor, null, process);
  return { requester: actor.personId === head.requesterId, readsAll, corrects, through: !concerned, steps };
}

export function humanStep(process: Process, id: string): HumanStep | null {
  const step = ownValue(process.steps, id);
  return step && isHuman(step) ? step : null;
}

/** By what a form is shown to a reader. */
type Reading = Pick<ViewCase, 'definition' | 'hidden' | 'surroundings'>;

/** A form without what the reader may not see. */
export function visibleValues({ definition, hidden, surroundings }: Reading, form: FormValues): FormValues {
  const computed = computeForm(definition, form, surroundings);
  return Object.fromEntries(Object.entries(computed).filter(([key]) => !hidden.has(key)));
}

/** The fields that the reader's form shows: all that may be filled in by the requester, and what steps have filled in so far. */
export function readerFields({ definition, hidden, surroundings }: Reading, values: FormValues, all: boolean): Field[] {
  return definition.form.fields.filter((field) => {
    if (hidden.has(field.key)) return false;
    if (all) return field.filledAt === 'start';
    return isVisible(field, { definition, values, surroundings }) && (field.filledAt === 'start' || !isBlank(ownValue(values, field.key)));
  });
}

/** What the reader is told of a step that was carried out before, with what they may see of what was written. */
export function doneText(view: ViewCase, step: string, done: Done): DoneWords {
  const { definition, names, known, values } = view;
  return doneBeforeText(step, { done, values, time: (iso) => momentText(iso, known.head.timeZone) }, { definition, names });
}

/** An open task of the reader's on a step of the definition. */
export interface OwnTask {
  task: BundleTask;
  step: HumanStep;
}

/** The reader's own open tasks, the oldest first; of several on one step, the first. */
export function ownTasks({ actor, bundle, process }: Pick<ViewCase, 'actor' | 'bundle' | 'process'>): OwnTask[] {
  const open = bundle.tasks.filter(({ status, personId, kind }) => status === 'open' && personId === actor.personId && kind !== 'unblock');
  const first = open.filter((task, place) => open.findIndex(({ step }) => step === task.step) === place);
  return first.flatMap((task) => {
    const step = humanStep(process, task.step);
    return step ? { task, step } : [];
  });
}

/** The one of them that the view is about: why it is theirs, what comes after it. */
export const ownTask = (view: Pick<ViewCase, 'actor' | 'bundle' | 'process'>): OwnTask | null => ownTasks(view)[0] ?? null;
