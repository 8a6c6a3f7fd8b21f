import {
  awaitingSteps,
  blockedOf,
  blocksOf,
  hiddenBySome,
  isClosed,
  isHuman,
  itemsDue,
  openSeats,
  operationOf,
  ownValue,
  phaseOf,
  recordOf,
  searchText,
  standingStep,
  takenBackBy,
  taskId,
  type Advanced,
  type Bilingual,
  type Derivation,
  type EngineRequest,
  type FormValues,
  type Process,
  type RequestState,
  type StepRecord,
  type TransitionEvent,
} from '@countersign/domain';
import type { RequestStatus } from '../entities/requests/request.entity';
import { NUMBER_TO_COME, type OpenedTask, type RecordWrite, type RequestColumns } from '../repositories/record-write';
import { endOfDay } from './end-of-day';

/** What rows are made of: the request before and after, and the form as the command leaves it. */
export interface Projection {
  process: Process;
  before: EngineRequest;
  advanced: Advanced;
  form: FormValues;
  timeZone: string;
  derivations: Record<string, Derivation>;
}

/** Columns that the state and the form determine; title and number come from elsewhere. Pure. */
export function columnsOf(
  process: Process,
  after: RequestState,
  form: FormValues,
  timeZone: string,
): Omit<RequestColumns, 'rowTitle' | 'form'> {
  const { context } = after;
  const standing = standingStep(after);
  const amount = process.definition.amount === undefined ? null : (ownValue(form, process.definition.amount) ?? null);
  const money = amount as { minor: string; currency: string } | null;
  return {
    state: after,
    status: statusOf(after),
    amountMinor: money?.minor ?? null,
    listedAmount: listedAmount(process, money?.minor ?? null),
    currency: money?.currency ?? null,
    // Where nobody is asked it waits for other requests.
    currentStep: standing ?? awaitingSteps(context)[0] ?? null,
    dueAt: standing === null ? null : dueAt(process, after, standing, { form, timeZone }),
    round: context.round,
    submittedAt: context.firstSubmittedAt,
    finishedAt: context.finishedAt,
    outcome: context.outcome,
    closedAt: null,
  };
}

/** The amount that lists may sort and filter by: of what some step hides nobody may find out more by asking for more and less. Nobody knows what the steps of a definition that cannot be run would hide. */
function listedAmount(process: Process, minor: string | null): string | null {
  const { amount } = process.definition;
  return process.poisoned !== null || amount === undefined || hiddenBySome(process).has(amount) ? null : minor;
}

/** What search reads of a request; where its number is to stand, `NUMBER_TO_COME`. Pure. */
export function textOf(process: Process, rowTitle: Bilingual | null, form: FormValues): string {
  if (process.poisoned !== null) return NUMBER_TO_COME;
  return `${NUMBER_TO_COME}\n${searchText(process.definition, rowTitle, form, hiddenBySome(process))}`;
}

function statusOf(state: RequestState): RequestStatus {
  const { context } = state;
  if (blockedOf(context)) return 'blocked';
  if (context.outcome) return context.outcome;
  const phase = phaseOf(state);
  return phase === 'draft' || phase === 'returned' ? phase : 'running';
}

/** When a step is due: as its clock counts, with the first of its items that are to be done (of one seat, where that is named), else at the end of the day that its field names. */
function dueAt(
  process: Process,
  { context }: RequestState,
  stepId: string,
  { form, timeZone, seat }: Pick<Projection, 'form' | 'timeZone'> & { seat?: number },
): string | null {
  const record = recordOf(context, stepId);
  const known = record?.clock?.due ?? itemsDue(record, seat === undefined ? undefined : String(seat));
  if (known !== null) return known;
  const step = ownValue(process.steps, stepId);
  const field = step && isHuman(step) ? step.due?.field : undefined;
  const day = field === undefined ? null : form[field];
  return typeof day === 'string' ? endOfDay(day, timeZone) : null;
}

/** Steps whose clock says another moment than before, and seats of lists whose first item is due at another: their open tasks are due then. */
function movedDues({ before, advanced }: Projection): RecordWrite['moved'] {
  const [was, is] = [before.state.context, advanced.request.state.context];
  return Object.entries(is.steps).flatMap(([step, record]) => {
    const known = recordOf(was, step);
    if (known?.status !== 'open' || record.status !== 'open') return [];
    if (record.items) return movedItems(step, known, record);
    const due = record.clock?.due ?? null;
    return (known.clock?.due ?? null) === due ? [] : [{ step, dueAt: due }];
  });
}

function movedItems(step: string, was: StepRecord, is: StepRecord): RecordWrite['moved'] {
  return openSeats(is).flatMap(([seat]) => {
    const due = itemsDue(is, seat);
    return itemsDue(was, seat) === due ? [] : [{ step, seat: Number(seat), dueAt: due }];
  });
}

type Rows = Pick<RecordWrite, 'moved' | 'decided' | 'closed' | 'unblocked' | 'unblockedSteps' | 'copies' | 'participants' | 'takenBack'> & {
  request: Omit<RequestColumns, 'rowTitle'>;
  opened: OpenedTask[];
};

/** Every row that follows from one transition. Pure: `verify-journal` makes them again and compares. */
export function project(projection: Projection): Rows {
  const { process, advanced, form, timeZone } = projection;
  const { request: after, transition } = advanced;
  const { events, facts } = transition;
  const closed = isClosed(after.state);
  const unblockedSteps = leftBlocks(projection);
  return {
    request: { ...columnsOf(process, after.state, form, timeZone), form, closedAt: closed ? facts.now : null },
    moved: movedDues(projection),
    opened: openedTasks(projection),
    decided: events.flatMap((event) => (event.type === 'task.decided' ? [{ id: idOf(after, event), decision: event.decision }] : [])),
    closed: events.flatMap((event) => (event.type === 'task.closed' ? [{ id: idOf(after, event), reason: event.reason }] : [])),
    unblocked: unblockedSteps.length > 0 ? operationOf(transition.command.type).closes : null,
    unblockedSteps,
    copies: events.flatMap((event) => (event.type === 'copy.sent' ? [{ personId: event.person, step: event.step }] : [])),
    participants: participantsOf(after, transition.command.actor, events),
    takenBack: takenBackBy(transition.command, projection.before.state.context)?.n ?? undoneBy(events),
  };
}

/** The same as its events tell it: where a journal can only be followed, there is no state to ask. */
function undoneBy(events: readonly TransitionEvent[]): number | null {
  return events.flatMap((event) => (event.type === 'decision.undone' ? [event.of] : []))[0] ?? null;
}

type Seated = Extract<TransitionEvent, { type: 'task.opened' | 'task.decided' | 'task.closed' }>;

function idOf(request: EngineRequest, event: Seated): string {
  return taskId(request.state.context.requestId, event.step, event.generation, event.seat);
}

function openedTasks({ process, advanced, form, timeZone, derivations }: Projection): OpenedTask[] {
  const { request, transition } = advanced;
  return transition.events.flatMap((event): OpenedTask[] => {
    if (event.type === 'task.opened') {
      const { step, generation, seat, person } = event;
      const kind = ownValue(process.steps, step)?.kind ?? 'work';
      const task = { id: idOf(request, event), step, kind, generation, seat, personId: person };
      return [
        { ...task, dueAt: dueAt(process, request.state, step, { form, timeZone, seat }), derivation: ownValue(derivations, step) ?? null },
      ];
    }
    if (event.type !== 'request.blocked') return [];
    return event.owners.map((person, seat) =>
      unblockTask(request, { step: event.step, person, seat }, ownValue(derivations, event.step) ?? null),
    );
  });
}

/** The task of an owner of a request that nobody can move; n keeps it apart from those of earlier blocks. */
function unblockTask(
  request: EngineRequest,
  { step, person, seat }: { step: string; person: string; seat: number },
  derivation: Derivation | null,
): OpenedTask {
  const id = taskId(request.state.context.requestId, `${step}/unblock`, request.n, seat);
  return { id, step, kind: 'unblock', generation: request.n, seat, personId: person, dueAt: null, derivation };
}

/** Steps of whose block before the owners' tasks are settled: it is over, or a new one there (perhaps just like it) opens tasks of its own. */
function leftBlocks({ before, advanced }: Projection): string[] {
  const is = new Set(blocksOf(advanced.request.state.context).map((block) => JSON.stringify(block)));
  const anew = new Set(advanced.transition.events.flatMap((event) => (event.type === 'request.blocked' ? [event.step] : [])));
  const left = blocksOf(before.state.context).filter((block) => anew.has(block.step) || !is.has(JSON.stringify(block)));
  return [...new Set(left.map(({ step }) => step))];
}

function participantsOf(after: EngineRequest, actor: string, events: readonly TransitionEvent[]): string[] {
  const { requester, beneficiary } = after.state.context;
  const asked = events.some((event) => event.type === 'request.submitted') ? [requester?.id ?? actor, beneficiary] : [];
  return [...new Set([...asked, ...namedBy(events)])].filter((person) => person !== null);
}

/** Whom a transition lets read the request: those whom it asks, tells or calls for help (`take_back_readers` reads the same in SQL). Pure. */
export function namedBy(events: readonly TransitionEvent[]): string[] {
  return events.flatMap((event) => {
    if (event.type === 'task.opened' || event.type === 'copy.sent') return [event.person];
    if (event.type === 'step.escalated' || event.type === 'request.escalated') return event.people;
    return event.type === 'request.blocked' ? event.owners : [];
  });
}
