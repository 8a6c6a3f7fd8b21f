import { isHuman } from '../definition/flow';
import type { Outline } from '../definition/structure/outline';
import type { Step } from '../definition/step.schema';
import { refusal } from '../request/refusal';
import {
  WITH_REQUESTER,
  type RequestContext,
  type RequestState,
  type Seat,
  type StepRecord,
  type Undoable,
  type UndoPatch,
} from '../request/request-state';
import { undoableBy, valueBefore } from '../request/standing';
import type { Demand } from '../request/supervision';
import { ownValue } from '../text/own-value';
import { emptyBody } from './form/asked-form';
import { withoutSteps } from './parts/machine-context';
import type { Moved, Operation } from './operation';
import { PLAIN } from './parts/plain';
import { takingTurns } from './seats/turns';
import { ref } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    undo: object;
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    undo: {
      /** `of`: number of the transition that it takes back. */
      'decision.undone': { step: string | null; what: Undoable['type']; of: number };
    };
  }
  interface OwnClosings {
    undo: 'undone';
  }
  interface OwnNotices {
    undo: 'decision-undone';
  }
}

/** A step that was open or blocked is so again, for the same people, in an opening of its own: nobody is looked for anew. */
function opened(record: StepRecord, n: number): StepRecord {
  if (record.status === 'blocked') return { ...record, generation: n };
  if (record.status !== 'open') return record;
  const seats = Object.entries(record.seats).map(([seat, each]) => [seat, asked(each, n)] as const);
  return { ...record, generation: n, seats: Object.fromEntries(seats) };
}

function asked(seat: Seat, n: number): Seat {
  return seat.vote ? seat : { ...seat, generation: n };
}

/** Seats that alone were changed are as they were; whoever is asked again there is so in an opening of their own. */
function reseated(record: StepRecord, { seats, items }: { seats: SeatsPatch; items: ItemsPatch }, n: number): StepRecord {
  if (seats === undefined) return record;
  const again = Object.entries(seats).map(([seat, each]) => [seat, each && asked(each, n)] as const);
  const back = { ...record, seats: restored(record.seats, Object.fromEntries(again)) };
  return back.items && items ? { ...back, items: { ...back.items, of: restored(back.items.of, items) } } : back;
}

type SeatsPatch = UndoPatch['seats'][string] | undefined;
type ItemsPatch = NonNullable<UndoPatch['items']>[string] | undefined;

function restored<V>(now: Record<string, V>, was: Record<string, V | null>): Record<string, V> {
  const all: Record<string, V | null> = { ...now, ...was };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, V] => entry[1] !== null));
}

/** Whoever owed an answer on a step that is asked again owes it in its new opening. */
function owedAgain(
  { demands = [] }: RequestContext,
  were: RequestContext['steps'],
  { patch, n }: { patch: UndoPatch; n: number },
): Demand[] {
  return demands.map((demand) => {
    const { status, generation } = ownValue(patch.steps, demand.step) === undefined ? {} : (ownValue(were, demand.step) ?? {});
    return status === 'open' && generation === demand.opening ? { ...demand, opening: n } : demand;
  });
}

/** With which transition, and of which process. */
interface Undoing {
  n: number;
  steps: Outline['steps'];
}

/** Whose turn it is among seats that others have come to since: a word that is taken back may have been what they did not have to give theirs for. */
function turned(record: StepRecord, step: Step | undefined, n: number): StepRecord {
  // Of a list each item says for itself whom it asks.
  if (record.status !== 'open' || record.items || step === undefined || !isHuman(step)) return record;
  return { ...record, seats: takingTurns(step, record.seats, n) };
}

/** The request as it was before the command whose inverse the patch is. Pure. */
export function undonePatch(request: RequestContext, patch: UndoPatch, { n, steps: process }: Undoing): RequestContext {
  const steps = restored(request.steps, patch.steps);
  const again = Object.entries(steps).map(([id, record]) => {
    const were = { seats: ownValue(patch.seats, id), items: ownValue(patch.items ?? {}, id) };
    const back = Object.hasOwn(patch.steps, id) ? opened(record, n) : reseated(record, were, n);
    return [id, were.seats ? turned(back, ownValue(process, id), n) : back] as const;
  });
  const added = new Set<string>(patch.added);
  const kept = Object.fromEntries(Object.entries(request).filter(([key]) => !added.has(key))) as unknown as RequestContext;
  const back = { ...kept, ...patch.rest };
  // That its requester has left since concerns a request only while it is with them.
  const gone = back.returned === null ? [WITH_REQUESTER] : [];
  return {
    ...back,
    ...(back.demands && { demands: owedAgain(back, steps, { patch, n }) }),
    steps: withoutSteps(Object.fromEntries(again), gone),
    fields: { ...request.fields, ...patch.fields },
    material: restored(request.material, patch.material),
    ...(patch.others && back.others ? { others: restored(back.others, patch.others) } : {}),
    walked: restored(request.walked, patch.walked),
    written: restored(request.written, patch.written),
    returns: request.returns - patch.returns,
  };
}

/** Where a request stands once the newest decision of somebody is taken back. Pure. Throws where they have none. */
export function undoneBy(
  { context, value }: RequestState,
  { command, n }: { command: { actor: string }; n: number },
  steps: Outline['steps'],
): Moved {
  const last = undoableBy(context, command.actor);
  if (last === null) throw new Error('Expected to undo a decision, but there is none');
  const { step, type: what, n: of, patch } = last;
  const events = [{ type: 'decision.undone' as const, step, what, of }];
  return { context: undonePatch(context, patch, { n, steps }), value: valueBefore(value, patch.value), events };
}

/** What every way of taking one's own last decision back has in common. It does not walk; the machine stands again where it stood. */
export const UNDOING = {
  ...PLAIN,
  scope: 'request',
  onStep: false,
  body: emptyBody,
  tells: 'decision-undone',
  takesBack: undoableBy,
  read: () => ({}),
  attempt: () => ({}),
  at: {},
  untaken: () => refusal('not-undoable'),
} as const;
/** The same of how it goes beside the machine. */
export const BACK = { machine: 'there', takes: () => true, move: undoneBy } as const;

/** Takes back one's own last decision: everything that it changed is as it was before. */
export const undoOperation: Operation<'undo'> = {
  ...UNDOING,
  type: 'undo',
  button: { zh: '撤销', en: 'Undo' },
  past: { zh: '已撤销', en: 'Undone' },
  place: 'afterwards',
  closes: 'undone',
  closings: { undone: { zh: '上一步已撤销', en: 'The previous step was undone' } },
  events: { 'decision.undone': { text: ({ what, step }, { undone }) => undone(what, step) } },
  notices: {
    'decision-undone': ({ request, actor }) => ({
      zh: `${actor?.zh ?? '上一位处理人'}撤销了上一步，「${request.zh}」暂时无需您处理`,
      en: `${actor?.en ?? 'The person before you'} undid the last step; “${request.en}” needs nothing from you for now`,
    }),
  },
  concerns: ({ context }, actor) => undoableBy(context, actor.id) !== null,
  beside: {
    ...BACK,
    guard: ({ definition, lookups }) => [ref('undoable', { seconds: definition.graceSeconds, held: lookups.held })],
  },
};
