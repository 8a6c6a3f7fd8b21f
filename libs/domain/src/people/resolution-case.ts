import { authorityQuestion, type AuthorityQuestion } from '../authority/question';
import type { Definition } from '../definition/definition.schema';
import type { CcStep, HumanStep, Step } from '../definition/step.schema';
import type { RequestContext, RequestState } from '../request/request-state';
import type { Directory } from './directory';
import { unitPath } from './posts';

/** The part of a compiled process that resolving looks at. */
export interface ResolvableProcess {
  definition: Definition;
  steps: Record<string, Step>;
}

/** One step of one request that looks for its people. */
export interface ResolutionCase {
  definition: Definition;
  step: HumanStep | CcStep;
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
  const step = process.steps[stepId];
  if (!step || step.kind === 'branch' || step.kind === 'end')
    throw new Error(`Expected “${stepId}” to be a step that people get, but it is ${step?.kind ?? 'unknown'}`);
  const { context } = at;
  if (!context.requester) throw new Error(`Expected to find people for “${stepId}” after the submit, but the request has no requester`);
  return {
    definition: process.definition,
    step,
    context,
    requester: context.requester,
    path: unitPath(directory, context.requester.unitId),
    directory,
    question: step.kind !== 'cc' && step.authority ? authorityQuestion(step.authority, context) : null,
  };
}
