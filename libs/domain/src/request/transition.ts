import type { Command, PersonCommandType } from './command';
import type { Facts } from './facts';
import type { OwnClosings, OwnEvents } from './words/own-words';
import type { Outcome, RequestState, Vote } from './request-state';

/** The request that started them has ended, is asked again from before they were started, or has enough without them. */
export type DroppedWhy = 'parent-ended' | 'walked-again' | 'not-needed';

/** What happens to every request, whatever is done with it. */
export type HouseEvent =
  | { type: 'request.submitted'; round: number }
  /** `actingFor`: who is away, in whose place its person is asked. */
  | { type: 'task.opened'; step: string; generation: number; seat: number; person: string; actingFor?: string }
  | { type: 'task.closed'; step: string; generation: number; seat: number; person: string; actingFor?: string; reason: TaskClosing }
  | {
      type: 'task.decided';
      step: string;
      generation: number;
      seat: number;
      person: string;
      actingFor?: string;
      /** The operation by which it was decided, and what that says to the request. */
      decision: PersonCommandType;
      answer: Vote['answer'];
      stance: 'for' | 'against' | 'conditional' | null;
    }
  | { type: 'step.passed'; step: string; generation: number }
  | { type: 'step.merged'; step: string; generation: number; person: string }
  | { type: 'step.skipped'; step: string; reason: 'condition' | 'nobody' | 'waived' }
  /** A no has ended one lane of a step and no other; `dropped`: steps in it where somebody was still asked. */
  | { type: 'lane.rejected'; step: string; lane: number; dropped: string[] }
  /** The lanes of a step have met, or too few can: `passed` of so many; `dropped`: steps where somebody was still asked. */
  | { type: 'lanes.settled'; step: string; passed: number; of: number; dropped: string[] }
  /** The steps of a loop begin another round; `dropped`: those in it where somebody was still asked. */
  | { type: 'loop.again'; step: string; round: number; dropped: string[] }
  /** Steps before the lanes are asked again; `dropped`: steps in lanes where somebody was still asked, to which the walk comes once more. */
  | { type: 'walk.went-back'; dropped: string[] }
  /** What was written changes whom a step asks, while it asked somebody; `dropped`: that step. */
  | { type: 'step.asks-others'; dropped: string[] }
  /** `requester`: whose requests they are; `row`: for which row of the table. */
  | { type: 'children.started'; step: string; requester: string; children: { id: string; row: number | null }[] }
  /** Requests that a step has started, or people by hand (`step: null`), are not wanted any more. */
  | { type: 'children.dropped'; step: string | null; children: string[]; why: DroppedWhy }
  /** A step waits until a moment (ISO); that has come, or was counted anew. */
  | { type: 'pause.begun'; step: string; until: string }
  | { type: 'pause.over'; step: string }
  | { type: 'pause.moved'; step: string; was: string; is: string }
  /** Something is asked of another system. */
  | { type: 'call.sent'; step: string; call: string }
  | { type: 'copy.sent'; step: string; person: string }
  | { type: 'request.blocked'; step: string; kind: 'no-approver' | 'poisoned'; owners: string[]; reason: string }
  | { type: 'request.unblocked'; step: string }
  | { type: 'request.finished'; outcome: Outcome }
  /** The requester chose somebody else for a step than the round before. */
  | { type: 'choice.changed'; step: string; from: string; to: string };

/** What one operation alone brings about. */
export type OwnEvent = {
  [O in keyof OwnEvents]: { [E in keyof OwnEvents[O]]: { type: E } & OwnEvents[O][E] }[keyof OwnEvents[O]];
}[keyof OwnEvents];

/** What happened, in the past tense, in order. Timeline, tasks and read model are made of these. */
export type TransitionEvent = HouseEvent | OwnEvent;

/** Why a task was closed without its person deciding it. `settled`: of several who sign, the others have settled it; `branch-settled`: of several lanes. */
export type TaskClosing = 'decided-by-other' | 'settled' | 'branch-settled' | 'asked-earlier' | OwnClosings[keyof OwnClosings];

/** One numbered fact of a request: one command, its facts, what came of it. Append-only; the journal is made of these. */
export interface Transition {
  n: number;
  command: Command;
  facts: Facts;
  events: TransitionEvent[];
  /** Hash of the state after it: SHA-256 (hex) of its canonical JSON. */
  hash: string;
}

/** A request as the engine sees it: its state and how many transitions made it. */
export interface EngineRequest {
  state: RequestState;
  n: number;
  hash: string;
}
