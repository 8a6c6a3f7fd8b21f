import type { Command, PersonCommandType } from './command';
import type { Facts } from './facts';
import type { Outcome, RequestState, Undoable, Vote } from './request-state';

/** What happened, in the past tense, in order. Timeline, tasks and read model are made of these. */
export type TransitionEvent =
  | { type: 'request.submitted'; round: number }
  | { type: 'task.opened'; step: string; generation: number; seat: number; person: string }
  | { type: 'task.closed'; step: string; generation: number; seat: number; person: string; reason: TaskClosing }
  | {
      type: 'task.decided';
      step: string;
      generation: number;
      seat: number;
      person: string;
      /** The operation by which it was decided, and what that says to the request. */
      decision: PersonCommandType;
      answer: Vote['answer'];
      stance: 'for' | 'against' | 'conditional' | null;
    }
  | { type: 'step.passed'; step: string; generation: number }
  | { type: 'step.merged'; step: string; generation: number; person: string }
  | { type: 'step.skipped'; step: string; reason: 'condition' | 'nobody' }
  | { type: 'copy.sent'; step: string; person: string }
  /** `by` is the step that returned it; `to` is `requester` or the step it went to. */
  | { type: 'request.returned'; by: string; to: string; resume: 'walk-again' | 'straight-back' }
  | { type: 'request.blocked'; step: string; kind: 'no-approver' | 'poisoned'; owners: string[]; reason: string }
  | { type: 'request.unblocked'; step: string }
  /** `of`: number of the transition that it takes back. */
  | { type: 'decision.undone'; step: string | null; what: Undoable['type']; of: number }
  | { type: 'request.finished'; outcome: Outcome }
  /** An operator named somebody for a step that found nobody. */
  | { type: 'step.assigned'; step: string; person: string }
  /** The requester chose somebody else for a step than the round before. */
  | { type: 'choice.changed'; step: string; from: string; to: string }
  /** An operator corrected the form of a request that was stopped. */
  | { type: 'request.corrected' }
  | { type: 'request.closed' };

/** Why a task was closed without its person deciding it. */
export type TaskClosing =
  | 'decided-by-other'
  | 'returned'
  | 'withdrawn'
  | 'undone'
  | 'rejected'
  | 'resolved-again'
  | 'assigned'
  | 'no-longer-entitled'
  | 'lapsed'
  | 'terminated'
  | 'blocked';

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
