import { decide, resolverOver, type Ask } from '../engine/decide';
import type { Process } from '../machine/process';
import { commandFrom } from '../operations/command-from';
import type { FormBefore } from '../operations/written-form';
import type { Directory } from '../people/directory';
import type { CommandBody } from '../request/command';
import type { Facts } from '../request/facts';
import type { Refusal } from '../request/refusal';
import type { Outcome } from '../request/request-state';
import { blockedOf, phaseOf } from '../request/standing';
import type { EngineRequest, TaskClosing, TransitionEvent } from '../request/transition';
import { ownValue } from '../text/own-value';
import { foresee, type ForeseenStep } from './foresee';
import type { InPieces } from './in-pieces';
import { rehearsalOf } from './rehearsal';

/** A task that somebody would lose. */
export interface LostTask {
  step: string;
  person: string;
  reason: TaskClosing;
}

/** What a command would bring about. Ids only. */
export interface Consequences {
  /** Where the request would stand: with its requester, with people, with nobody, or at its end. */
  stands: 'returned' | 'running' | 'blocked' | Outcome;
  /** Steps that would be open, and from there the expected way to the end. */
  steps: ForeseenStep[];
  lost: LostTask[];
}

/** A request with all that a command on it is decided by. */
export interface Tried {
  request: EngineRequest;
  before: FormBefore;
  directory: Directory;
  facts: Facts;
}

/**
 * What a command would bring about if it were sent now, decided as `record` would decide it, or why it would be refused. Pure; nothing is stored
 * or sent. A comment that is demanded is taken as written. Throws what a guard or action throws. In pieces of one decision each.
 */
export function* consequencesOf(process: Process, tried: Tried, body: CommandBody): InPieces<{ refused: Refusal } | Consequences> {
  const { request, before, directory, facts } = tried;
  const said = { ...body, comment: body.comment ?? '—' };
  const ask: Ask = { command: commandFrom(process, said, `${body.requestId}:trial`, before), body: said, before };
  const decided = decide(process, request, { ask, facts }, resolverOver(process, directory));
  if ('refused' in decided) return decided;
  const { state } = decided.request;
  const lost = lostTasks(decided.transition.events);
  // A request can be ended though its definition cannot be run any more: nothing is foreseen of it then.
  if (state.context.outcome !== null) return { stands: state.context.outcome, steps: [], lost };
  yield;
  const ahead = yield* foresee(rehearsalOf(process), { request: decided.request, form: decided.form, directory, assume: {} });
  return {
    stands: phaseOf(state) === 'returned' ? 'returned' : blockedOf(state.context) ? 'blocked' : 'running',
    // How the people of an open step were found is known from the command that opens it.
    steps: ahead.map((step) => (step.current ? { ...step, derivation: ownValue(decided.derivations, step.step) ?? null } : step)),
    lost,
  };
}

/** Whoever is asked again by the same command loses nothing. */
function lostTasks(events: readonly TransitionEvent[]): LostTask[] {
  const asked = new Set(events.flatMap((event) => (event.type === 'task.opened' ? [`${event.step} ${event.person}`] : [])));
  return events.flatMap((event) =>
    event.type === 'task.closed' && !asked.has(`${event.step} ${event.person}`)
      ? [{ step: event.step, person: event.person, reason: event.reason }]
      : [],
  );
}
