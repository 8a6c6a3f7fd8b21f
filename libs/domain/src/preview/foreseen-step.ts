import { askedBesides, type AskedBesides } from '../request/steps/asked-besides';
import type { StepVerdict } from '../request/facts';
import type { StepRecord } from '../request/request-state';
import type { EngineRequest, Transition, TransitionEvent } from '../request/transition';
import type { Derivation } from '../people/derivation';
import { awaitingSteps, openSeats, recordOf, standingSteps } from '../request/standing';
import { ownValue } from '../text/own-value';

/** A step that the request is expected to come to, with who would get it and why. Ids only. */
export interface ForeseenStep {
  step: string;
  /**
   * `waits`: for a moment. `called`: another system is asked. `copied`: a notice. `started`: other requests, whose people they are. `nobody`: skipped because nobody was found. `condition`: skipped because its condition does not hold.
   * `awaits`: not known before the fields in `awaits` are filled in, or the requester has chosen; before a submit only.
   */
  result: 'seats' | 'merged' | 'copied' | 'started' | 'waits' | 'called' | 'nobody' | 'condition' | 'blocked' | 'awaits';
  people: string[];
  /** Null where nobody had to be looked for: the step is open already, or skipped by its condition. */
  derivation: Derivation | null;
  /** The request stands here now. */
  current: boolean;
  /** Paths of the fields that are to be filled in first. */
  awaits?: string[];
  /** Until when it waits (ISO), as the calendar stands today. */
  until?: string;
  /** The step whose decision leads to it. Absent where it stands already, and where no decision led there. */
  after?: string;
  /** Its people are asked on a step that is open already, once those before them have spoken. */
  inTurn?: true;
  /** What its people were asked for, and by whom, where the rules of the step have not found them. */
  asked?: AskedBesides;
}

/** The steps where a request stands, with whom and for what. Pure. */
export function standsOn(request: EngineRequest): ForeseenStep[] {
  const { context } = request.state;
  const open = standingSteps(context).flatMap((step) => standing(request, step));
  return [...open, ...awaitingSteps(context).map((step) => awaited(request, step))];
}

/** Those whom the rules of an open step have found are asked together; whoever was asked besides, for what that is. */
function standing({ state }: EngineRequest, step: string): ForeseenStep[] {
  const record = recordOf(state.context, step);
  const blocked = record?.status === 'blocked' || state.context.poisoned !== null;
  const open = openSeats(record).map(([, seat]) => ({ person: seat.person, asked: askedBesides(record as StepRecord, seat) }));
  const at = { step, derivation: null, current: true };
  const ruled = open.flatMap(({ person, asked }) => (asked === null ? [person] : []));
  const result = blocked ? ('blocked' as const) : ('seats' as const);
  const besides = open.flatMap(({ person, asked }): ForeseenStep[] => (asked ? [{ ...at, result, people: [person], asked }] : []));
  return ruled.length > 0 || besides.length === 0 ? [{ ...at, result, people: ruled }, ...besides] : besides;
}

/** It waits here for requests that it has started, for another system, or for a moment. */
function awaited({ state }: EngineRequest, step: string): ForeseenStep {
  const { until: { at: until } = {}, call } = recordOf(state.context, step) ?? {};
  const waiting = { step, people: [], derivation: null, current: true };
  if (call !== undefined) return { ...waiting, result: 'called' };
  return until === undefined ? { ...waiting, result: 'started' } : { ...waiting, result: 'waits', until };
}

/** Who is asked on a step that was open already, of whom nothing was noted yet. Pure. */
export function turnsOf(
  { request, steps }: { request: EngineRequest; steps: readonly ForeseenStep[] },
  { events, facts: { seats: verdicts } }: Pick<Transition, 'events' | 'facts'>,
): ForeseenStep[] {
  return events.flatMap((event): ForeseenStep[] => {
    if (event.type !== 'task.opened' || Object.hasOwn(verdicts, event.step)) return [];
    const record = recordOf(request.state.context, event.step);
    const seat = record && ownValue(record.seats, String(event.seat));
    const asked = record && seat ? askedBesides(record, seat) : null;
    const { step, person } = event;
    if (steps.some((each) => each.step === step && each.people.includes(person) && each.asked?.for !== 'answer')) return [];
    return [{ step, result: 'seats', people: [person], derivation: null, current: false, inTurn: true, ...(asked && { asked }) }];
  });
}

/** The steps that a transition has come to, with how their people were found. Pure. */
export function stepsOf(
  events: readonly TransitionEvent[],
  derivations: Record<string, Derivation>,
  verdicts: Record<string, StepVerdict>,
): ForeseenStep[] {
  const steps: ForeseenStep[] = [];
  const note = (step: string, result: ForeseenStep['result'], people: string[], more: Pick<ForeseenStep, 'until'> = {}): void => {
    if (!steps.some((each) => each.step === step))
      steps.push({ step, result, people, derivation: ownValue(derivations, step) ?? null, current: false, ...more });
  };
  for (const event of events) {
    if (event.type === 'step.skipped') note(event.step, event.reason === 'condition' ? 'condition' : 'nobody', []);
    else if (event.type === 'step.merged') note(event.step, 'merged', [event.person]);
    else if (event.type === 'children.started') note(event.step, 'started', [event.requester]);
    else if (event.type === 'pause.begun') note(event.step, 'waits', [], { until: event.until });
    else if (event.type === 'call.sent') note(event.step, 'called', []);
    else if (event.type === 'request.blocked') note(event.step, 'blocked', []);
    // Of several who sign one after the other, the next are asked without being looked for.
    else if (event.type === 'task.opened' && Object.hasOwn(verdicts, event.step))
      note(event.step, 'seats', peopleOf(ownValue(verdicts, event.step)));
    else if (event.type === 'copy.sent') note(event.step, 'copied', peopleOf(ownValue(verdicts, event.step)));
  }
  return steps;
}

function peopleOf(verdict: StepVerdict | undefined): string[] {
  return verdict?.kind === 'seats' ? [...new Set(verdict.people)] : [];
}
