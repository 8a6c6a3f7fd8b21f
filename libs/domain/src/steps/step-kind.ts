import type { Assignee } from '../definition/assignee.schema';
import type { Condition } from '../definition/condition.schema';
import type { Step } from '../definition/step.schema';
import type { StateJson } from '../operations/state-json';

/** Where a step stands in its definition. */
export interface Place {
  /** The way to the region that its sequence runs in. */
  region: string;
  /** The way to the state that follows when the step has passed. */
  next: string;
  /** Human steps before it in document order. */
  earlier: string[];
  /** Steps whose deciders may not decide this one. */
  apart: string[];
}

/** A state of the machine by its name. */
export type NamedState = [string, StateJson];

/** One kind of step: everything that the engine has to know about it. A new kind is one file and one line in `steps/index.ts`. */
export interface StepKindModule<S extends Step> {
  /** The step's own state; those of nested steps are compiled by `compile`. Pure. */
  state(step: S, place: Place): StateJson;
  assignees(step: S): Assignee[];
  /** Conditions that the machine evaluates, `when` left out. */
  conditions(step: S): Condition[];
}
