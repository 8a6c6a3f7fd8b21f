import type { Bilingual } from '@countersign/domain';
import type { ExpectedStep, Fork, Lane, PersonRef, RequestView, Timeline, TimelineItem } from '../../../shared/api/wire';

export type PathState = 'done' | 'rejected' | 'returned' | 'withdrawn' | 'stuck' | 'now' | 'next' | 'skipped';

/** One stop of the way that a request took: where, who, when. */
export interface PathStop {
  key: string;
  /** Number of the transition; null ahead. */
  n: number | null;
  /** Null: where it was handed in, or given back to. */
  step: string | null;
  kind: ExpectedStep['kind'] | null;
  /** Null: a place that has its own word, by its state. */
  title: Bilingual | null;
  /** Whose it is or was: everybody whose word stands there, or is asked. */
  people: PersonRef[];
  at: string | null;
  /** Why it was passed over, in words. */
  reason: Bilingual | null;
  state: PathState;
}

/** What the path must know of the history. */
type Way = Pick<Timeline, 'items' | 'expected'> & Partial<Pick<Timeline, 'forks'>>;

/** What the path must know of the request besides its history. */
export type PathRequest = Pick<RequestView, 'status' | 'outcome' | 'requester' | 'finishedAt' | 'current'>;

const isSubmit = (item: TimelineItem): boolean => item.action === 'request.submitted';

/** How a step looks by the word of whoever decided it. */
const ANSWERED: Record<NonNullable<TimelineItem['answer']>, PathState> = { yes: 'done', abstain: 'done', no: 'rejected', back: 'returned' };

/** A step that asked nobody is over: its time has come, another system has answered, or somebody ended the wait. */
const OVER: readonly string[] = ['pause.over', 'pause.ended', 'call.answered'];

/** What is told of a step that starts other requests, once it has: those have their own pages. */
const STARTED: ReadonlySet<string> = new Set(['children.started', 'child.ended']);

/** A loop begins its next round: what was said in the one before is history. */
const ANEW = 'loop.again';

/** Whether a step stands in a loop. */
function isIn(forks: readonly Fork[], loop: string | null, step: string | null): boolean {
  return step !== null && forks.some((fork) => fork.step === loop && fork.lanes.some(({ steps }) => steps.includes(step)));
}

/** How a step looks after what happened at it; null where that was no step of the way. */
function stateAfter({ n, stepId, action, answer, merged, skipped }: TimelineItem): PathState | null {
  if (n === null || stepId === null) return null;
  if (STARTED.has(action)) return 'done';
  if (answer !== null) return ANSWERED[answer];
  return merged || OVER.includes(action) ? 'done' : skipped === null ? null : 'skipped';
}

function pastStop(item: TimelineItem): PathStop {
  return {
    key: `${item.n}-${item.stepId ?? 'start'}`,
    n: item.n,
    step: item.stepId,
    kind: item.kind,
    title: item.step,
    people: item.person ? [item.person] : [],
    at: item.at,
    reason: item.answer === null ? item.why : null,
    state: stateAfter(item) ?? 'done',
  };
}

/** Those who were looked at before the people of a step, and why not they. */
function passedStops({ key, n, step, kind }: PathStop, passedOver: ExpectedStep['passedOver']): PathStop[] {
  return passedOver.map((passed, index): PathStop => ({
    key: `${key}-over-${index}`,
    n,
    step,
    kind,
    title: passed.role,
    people: passed.person ? [passed.person] : [],
    at: null,
    reason: passed.why,
    state: 'skipped',
  }));
}

/** Everybody who has had a word on a step since the request last went back, whoever spoke last at the end: several may sign it. */
function together(stop: PathStop, before: PathStop | undefined, back: number): PathStop {
  if (stop.state !== 'done' || before?.state !== 'done' || (before.n ?? 0) < back) return stop;
  const others = before.people.filter(({ id }) => stop.people.every((each) => each.id !== id));
  return { ...stop, people: [...others, ...stop.people] };
}

function walked(items: readonly TimelineItem[], forks: readonly Fork[]): PathStop[] {
  // What was taken back goes from the way, with all that it had brought about.
  const undone = new Set(items.flatMap(({ undoes }) => undoes ?? []));
  const stood = items.filter(({ n, undoes }) => undoes === null && (n === null || !undone.has(n)));
  const { stops } = stood.reduce<{ stops: PathStop[]; back: number }>(
    ({ stops: all, back }, item) => {
      if (item.action === ANEW) return { stops: all.filter(({ step }) => !isIn(forks, item.stepId, step)), back };
      if (stateAfter(item) === null) return { stops: all, back };
      const stop = pastStop(item);
      const before = all.find(({ step, state }) => step === stop.step && state !== 'skipped');
      const own = [...passedStops(stop, item.passedOver), together(stop, before, back)];
      return { stops: [...all.filter(({ step }) => step !== stop.step), ...own], back: item.answer === 'back' ? (item.n ?? back) : back };
    },
    { stops: [], back: 0 },
  );
  return stops;
}

const place = (state: PathState, request: PathRequest, at: string | null): PathStop => ({
  key: state,
  n: null,
  step: null,
  kind: null,
  title: null,
  people: state === 'stuck' || !request.requester ? [] : [request.requester],
  at,
  reason: null,
  state,
});

/** Who is asked on a step besides, or in turn, stands at the same stop as those who have it. */
function oneStop(expected: readonly ExpectedStep[]): ExpectedStep[] {
  return expected.reduce<ExpectedStep[]>((steps, next) => {
    const at = steps.findIndex(({ step, current }) => step === next.step && (current || next.asks !== null));
    const first = steps[at];
    if (first === undefined) return [...steps, next];
    const others = next.people.filter(({ id }) => first.people.every((person) => person.id !== id));
    return steps.with(at, { ...first, people: [...first.people, ...others] });
  }, []);
}

function ahead(timeline: Pick<Timeline, 'expected'>, request: PathRequest): PathStop[] {
  return oneStop(timeline.expected).flatMap(({ step, kind, title, people, passedOver, skipped, current, blocked, why }): PathStop[] => {
    const stuck = blocked || (current && request.status === 'blocked');
    const stop: PathStop = {
      key: `next-${step}`,
      n: null,
      step,
      kind,
      title,
      people,
      at: current ? (request.current.find((now) => now.step === step)?.since ?? null) : null,
      reason: skipped ?? (kind === 'delay' && !blocked ? why : null),
      state: skipped ? 'skipped' : stuck ? 'stuck' : current ? 'now' : 'next',
    };
    return [...passedStops(stop, passedOver), stop];
  });
}

/** Where a request stands that stands at no step of the flow: with its requester again, taken back, or stuck for another reason. */
function standing(request: PathRequest, coming: readonly PathStop[]): PathStop[] {
  if (request.outcome === 'withdrawn') return [place('withdrawn', request, request.finishedAt)];
  if (request.status === 'returned') return [place('now', request, request.current[0]?.since ?? null)];
  return request.status === 'blocked' && coming.every(({ state }) => state !== 'stuck') ? [place('stuck', request, null)] : [];
}

/**
 * The way in one line: the last hand-in, what was decided since (the newest word of each step), people passed over on the way,
 * where it is now and what is expected. What was taken back is not on it. Pure.
 */
export function pathOf(timeline: Way, request: PathRequest): PathStop[] {
  const start = timeline.items.findLastIndex(isSubmit);
  const items = timeline.items.slice(Math.max(start, 0));
  const first = start >= 0 && items[0] ? [{ ...pastStop(items[0]), key: 'start', title: null, kind: null, step: null }] : [];
  const coming = ahead(timeline, request);
  // A step that some have signed and others have not is where it is now, not behind it; so is one that waits for what it has started.
  const here = new Set(coming.flatMap(({ step, state, kind }) => (state === 'now' || kind === 'subprocess' ? [step] : [])));
  const past = walked(items, timeline.forks ?? []).filter(({ step, state }) => state !== 'done' || step === null || !here.has(step));
  return [...first, ...past, ...standing(request, coming), ...coming];
}

/** A lane with its stops of the way. */
export interface PathLane {
  lane: Lane;
  stops: PathStop[];
}

/** A part of the way: one stop, or lanes beside each other. */
export type PathPart = { stop: PathStop } | { fork: Fork; lanes: PathLane[] };

/** The way with the stops of lanes beside each other, where the first of them stands. Pure. */
export function partsOf(stops: readonly PathStop[], forks: readonly Fork[]): PathPart[] {
  const around = new Map(forks.flatMap((fork) => fork.lanes.flatMap(({ steps }) => steps.map((step) => [step, fork] as const))));
  const told = new Set<Fork>();
  return stops.flatMap((stop): PathPart[] => {
    const fork = stop.step === null ? undefined : around.get(stop.step);
    if (!fork) return [{ stop }];
    if (told.has(fork)) return [];
    told.add(fork);
    const within = ({ steps }: Lane): PathStop[] => stops.filter(({ step }) => step !== null && steps.includes(step));
    return [{ fork, lanes: fork.lanes.map((lane) => ({ lane, stops: within(lane) })) }];
  });
}
