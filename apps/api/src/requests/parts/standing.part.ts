import type { CurrentStepView, GivenUpView, OpinionView, OwnTaskView, ReturnNoteView, UndoView, HandedOnView } from '../dto/request.view';
import type { BlockedView, SuspendedView } from '../dto/supervision.view';
import {
  awaitingSteps,
  blockedOf as blockOf,
  doneBefore,
  formToWire,
  graceEnd,
  hangsOnAny,
  isVisible,
  kindOf,
  operationOf,
  opinionText,
  ownValue,
  recordOf,
  refusalText,
  seatText,
  steeringKeys,
  undoableBy,
  type Bilingual,
  type Definition,
  type Field,
  type HumanStep,
} from '@countersign/domain';
import { RETURNED_STEP, unblockTitle } from '../names/step-titles';
import type { BundleTask } from '../view/request-bundle';
import { actingForOf, insteadOfNamed, READER } from './derivation.part';
import { wantingOf } from './reasons.part';
import { doneText, ownTasks, type OwnTask, type ViewCase } from '../view/view-case';

/** Who has the request now, and since when. */
export function currentOf(view: ViewCase): CurrentStepView[] {
  const { bundle, known, person } = view;
  if (known.head.status === 'returned') {
    const since = bundle.lastReturn?.at ?? bundle.updatedAt;
    const people = [person(known.head.requesterId)];
    return [{ step: 'returned', title: RETURNED_STEP, kind: 'returned', people, since, dueAt: null, provisional: false }];
  }
  const open = bundle.tasks.filter((task) => task.status === 'open');
  const steps = [...new Set(open.map((task) => task.step))];
  const asked = steps.map((step) =>
    currentStep(
      view,
      open.filter((task) => task.step === step),
    ),
  );
  return [...asked, ...awaitingSteps(view.state.context).map((step) => awaiting(view, step))];
}

/** A step that waits for a moment or another system, with nobody; or for other requests: whoever has those. */
function awaiting({ bundle, process, person, state }: ViewCase, step: string): CurrentStepView {
  const { until, call } = recordOf(state.context, step) ?? {};
  const title = ownValue(process.steps, step)?.title ?? unblockTitle(step);
  const nobody = { step, title, people: [], since: bundle.updatedAt, provisional: until?.provisional === true };
  if (call !== undefined) return { ...nobody, kind: 'call', dueAt: until?.at ?? null };
  if (until !== undefined) return { ...nobody, kind: 'delay', dueAt: until.at };
  const children = bundle.children.filter((child) => child.step === step);
  const people = [...new Set(children.flatMap(({ people: holders }) => holders))];
  const since = children.map(({ since: each }) => each).sort()[0] ?? bundle.updatedAt;
  return {
    step,
    title,
    kind: 'subprocess',
    people: people.map(person),
    since,
    dueAt: null,
    provisional: false,
  };
}

function currentStep({ process, person, state }: ViewCase, tasks: BundleTask[]): CurrentStepView {
  const [first] = tasks;
  if (!first) throw new Error('Expected a step with open tasks, but it has none');
  const { step, kind, openedAt, dueAt } = first;
  const title: Bilingual = (kind === 'unblock' ? undefined : ownValue(process.steps, step)?.title) ?? unblockTitle(step);
  const provisional = recordOf(state.context, step)?.clock?.provisional === true;
  return { step, title, kind, people: tasks.map((task) => person(task.personId)), since: openedAt, dueAt, provisional };
}

/** The reader's own open tasks, each with the fields that its decision writes. */
export const tasksOf = (view: ViewCase): OwnTaskView[] => ownTasks(view).map((own) => taskView(view, own));

function taskView(view: ViewCase, { task, step }: OwnTask): OwnTaskView {
  const handedOn = handedOnOf(view, task);
  const decides = decidesOn(handedOn);
  const asked = new Set(decides && !isAdded(view, task) ? [...step.fields.write, ...step.fields.required] : []);
  const fields = view.definition.form.fields.filter((field) => asked.has(field.key) && mayBeShown(view, field, asked));
  const edits = decides && !isAdded(view, task) ? editsOf(view, step) : [];
  const write = new Set(fields.map(({ key }) => key));
  const wire = formToWire(view.definition, view.known.head.form);
  return {
    id: task.id,
    step: step.id,
    generation: task.generation,
    kind: step.kind,
    title: step.title,
    signed: decides && kindOf(step).decision?.signed === true,
    note: step.note ?? null,
    done: doneOf(view, step.id),
    fields,
    values: Object.fromEntries(Object.entries(wire).filter(([key]) => write.has(key))),
    required: step.fields.required.filter((key) => write.has(key)),
    edits,
    editValues: Object.fromEntries(edits.map(({ key }) => [key, ownValue(wire, key) ?? null])),
    handedOn,
    actingFor: actingForOf(view, task),
    insteadOfNamed: insteadOfNamed(view, task),
    signsAs: signsAsOf(view, task, step),
    steers: decides && steersBy(view, step),
  };
}

/** Whether its person decides on it, and is not just asked something. */
export const decidesOn = (handedOn: HandedOnView | null): boolean => handedOn === null || handedOn.wants === 'decision';

/** What of a task was not found by rules: whose advice or answer it is, or from whom it was handed over. */
export function handedOnOf({ state, person }: ViewCase, { step, seat, generation, said }: BundleTask): HandedOnView | null {
  const record = recordOf(state.context, step);
  const own = record?.seats[seat];
  if (record === undefined || own === undefined || own.generation !== generation) return null;
  const { from, lentBy, question } = own;
  const by = (id: string | undefined) => (id === undefined ? null : person(id));
  const comment = said ?? '';
  if (question !== undefined) return { wants: 'answer', by: by(ownValue(record.seats, question)?.person), comment };
  if (lentBy !== undefined) return { wants: 'advice', by: by(lentBy), comment };
  return from === undefined ? null : { wants: 'decision', by: by(from), comment };
}

/** Fields of the requester that the decision may correct, as far as they are on the form. */
function editsOf(view: ViewCase, { fields: { edit = [] } }: HumanStep): Field[] {
  const asked = new Set(edit);
  return view.definition.form.fields.filter((field) => asked.has(field.key) && mayBeShown(view, field, asked));
}

/** Whether its person only signs besides: what the step fills in is for others. */
function isAdded({ state }: ViewCase, { step, seat }: BundleTask): boolean {
  return recordOf(state.context, step)?.seats[seat]?.addedBy !== undefined;
}

function signsAsOf({ state }: ViewCase, task: BundleTask, step: HumanStep): Bilingual | null {
  const record = recordOf(state.context, task.step);
  return record ? seatText(step, record, String(task.seat)) : null;
}

function doneOf(view: ViewCase, step: string): Bilingual | null {
  const done = doneBefore(view.state.context, step);
  if (done === null) return null;
  const { line, ask } = doneText(view, step, done);
  return { zh: `${line.zh}${ask.zh}`, en: `${line.en} ${ask.en}` };
}

/** Whether what a step writes decides where the request goes. */
function steersBy({ definition, process }: ViewCase, { fields }: HumanStep): boolean {
  return steeringKeys(definition, process.routing).some((key) => fields.write.includes(key));
}

/** Whether a field of a step can be on its form: its condition holds, or may come to hold by what is filled in there. */
function mayBeShown({ definition, known, surroundings }: ViewCase, field: Field, asked: ReadonlySet<string>): boolean {
  if (isVisible(field, { definition, values: known.head.form, surroundings })) return true;
  return hangsOnAny(definition, field, asked);
}

/** What the last return said: shown until the request has gone on past the round that answers it. */
export function lastReturnOf(view: ViewCase): ReturnNoteView | null {
  const { lastReturn } = view.bundle;
  if (!lastReturn) return null;
  const { actorId, comment, at } = lastReturn;
  const fields = (lastReturn.fields ?? []).filter((key) => !view.hidden.has(key));
  return { by: view.person(actorId), comment: comment ?? '', at, toReader: isWithReader(view, lastReturn), fields };
}

/** Whether a return has brought the request to the reader: to its requester, or to the step whose task they have since. */
function isWithReader(view: ViewCase, { to, at }: NonNullable<ViewCase['bundle']['lastReturn']>): boolean {
  const { head } = view.known;
  if (head.status === 'returned') return head.requesterId === view.actor.personId;
  return ownTasks(view).some(({ task }) => task.step === to && Date.parse(task.openedAt) >= Date.parse(at));
}

/** What others have signed on the way to the reader's own task. It advises and does not decide. */
export function opinionsOf(view: ViewCase): OpinionView[] {
  if (ownTasks(view).length === 0) return [];
  const passed = Object.values(view.state.context.steps).filter(({ status }) => status === 'passed');
  const signed = passed
    .flatMap(({ seats }) => Object.values(seats).flatMap(({ vote }) => (vote?.stance ? [{ ...vote, stance: vote.stance }] : [])))
    .filter(({ person }) => person !== view.actor.personId);
  return signed
    .sort((a, b) => a.n - b.n)
    .map(({ person, stance }) => {
      const by = view.person(person);
      return { by, stance, text: opinionText(stance, by.unit ?? by.name) };
    });
}

/** What the reader pressed last and an operator has given up. */
export function suspendedOf({ bundle, person }: ViewCase): SuspendedView | null {
  const { suspended } = bundle;
  return suspended && { ...suspended, by: person(suspended.by) };
}

/** Who has revoked the approval whose consequences are being called back. */
export function revokingOf({ bundle, person }: ViewCase): SuspendedView | null {
  const { revoking } = bundle;
  return revoking && { ...revoking, by: person(revoking.by) };
}

export function givenUpOf({ bundle, person }: ViewCase): GivenUpView | null {
  const { givenUp } = bundle;
  return givenUp && { by: person(givenUp.by), pressed: operationOf(givenUp.type).button, reason: givenUp.reason, at: givenUp.at };
}

/** Until when the reader may take back what they did last; the machine's guards say whether at all. */
export function undoOf({ state, actor, definition, known }: ViewCase, enabled: boolean): UndoView | null {
  const undoable = undoableBy(state.context, actor.personId);
  if (!enabled || undoable === null) return null;
  return undoWithin(definition, undoable, known.facts.now);
}

/** Until when what was done at `at` may be taken back; null once that is over. */
export function undoWithin({ graceSeconds }: Definition, { type, at }: { type: string; at: string }, now: string): UndoView | null {
  const until = graceEnd(at, graceSeconds);
  return Date.parse(until) <= Date.parse(now) ? null : { until, commandType: type };
}

/** Why nobody can move the request in the ordinary way, and who can help. */
export function blockedView({ state, known, person, names, definition, actor }: ViewCase): BlockedView | null {
  const { operators } = known.directory;
  if (known.head.diverged) {
    const reason = refusalText({ code: 'diverged', params: { reason: known.head.diverged.reason } });
    return { kind: 'diverged', reason, owners: operators.map(person), wanting: wantingOf(operators, actor) };
  }
  const blocked = blockOf(state.context);
  if (!blocked) return null;
  const owners = blocked.owners.length > 0 ? blocked.owners : operators;
  const reason = refusalText(
    { code: blocked.kind, params: { step: blocked.step, reason: blocked.reason, owners } },
    { names: { ...names, people: { ...names.people, [actor.personId]: READER } }, definition },
  );
  return { kind: blocked.kind, reason, owners: owners.map(person), wanting: wantingOf(owners, actor) };
}
