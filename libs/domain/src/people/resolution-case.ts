import { authorityQuestion, type AuthorityQuestion } from '../authority/question';
import type { Definition } from '../definition/definition.schema';
import { isHuman, isStarting, isCopying } from '../definition/flow';
import type { HumanStep, StartingStep, CopyingStep } from '../definition/step.schema';
import type { RequestContext, RequestState } from '../request/request-state';
import type { Directory } from './directory';
import { namedFor } from '../request/standing';
import { ownValue } from '../text/own-value';
import type { MergingProcess } from './deciders';
import { unitPath } from './posts';

/** The part of a compiled process that resolving looks at. */
export type ResolvableProcess = MergingProcess;

/** One step of one request that looks for its people. */
export interface ResolutionCase {
  process: ResolvableProcess;
  definition: Definition;
  step: HumanStep | CopyingStep | StartingStep;
  /** Steps whose deciders may not decide this one. */
  apart: string[];
  /** Steps whose correctors may not decide this one. */
  correctors: string[];
  /** The person whom an operator named for this opening of the step. */
  assigned: string | null;
  context: RequestContext;
  requester: NonNullable<RequestContext['requester']>;
  /** Unit path (root … own) of the requester. */
  path: string[];
  directory: Directory;
  /** What the step asks of authority; null where it asks for none. */
  question: AuthorityQuestion | null;
}

/** Brings together what resolving a step needs. Pure. Throws where the step is none that people get, or nobody has submitted yet. */
export function resolutionCase(process: ResolvableProcess, at: RequestState, stepId: string, directory: Directory): ResolutionCase {
  const step = ownValue(process.steps, stepId);
  if (!step || !(isHuman(step) || isCopying(step) || isStarting(step)))
    throw new Error(`Expected “${stepId}” to be a step that people get, but it is ${step?.kind ?? 'unknown'}`);
  const { context } = at;
  if (!context.requester) throw new Error(`Expected to find people for “${stepId}” after the submit, but the request has no requester`);
  return {
    process,
    definition: process.definition,
    step,
    apart: ownValue(process.apart, step.id) ?? [],
    correctors: ownValue(process.correctors, step.id) ?? [],
    assigned: namedFor(context, stepId),
    context,
    requester: context.requester,
    path: unitPath(directory, context.requester.unitId),
    directory,
    question: isHuman(step) && step.authority ? authorityQuestion(step.authority, context) : null,
  };
}
