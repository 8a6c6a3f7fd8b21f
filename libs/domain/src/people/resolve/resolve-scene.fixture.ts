import type { Assignee } from '../../definition/assignee.schema';
import type { DefinitionInput } from '../../definition/definition.schema';
import type { RequestContext, StepRecord } from '../../request/request-state';
import type { Step } from '../../definition/step.schema';
import { structureOf } from '../../definition/structure/structure';
import type { Directory } from '../directory';
import { stepsApart } from '../deciders';
import { resolve } from './resolve';
import { sampleDefinition, sampleDirectory, stateBefore } from '../sample-company.fixture';

type StepInput = DefinitionInput['flow'][number];
/** What is different from the ordinary: the step, the state of the request, the company. */
export interface Scene {
  step?: Partial<Extract<Step, { kind: 'approve' }>> | Record<string, unknown>;
  state?: Partial<RequestContext>;
  directory?: (directory: Directory) => void;
}

/** Resolves one step (by default the climbing approval of ¥12,300) in a company that the scene has changed. */
export function scene({ step = {}, state = {}, directory: change }: Scene = {}) {
  const definition = sampleDefinition();
  const template = definition.flow.find((each) => each.id === 'approval') as Step;
  const { mayReject: _mayReject, ...shared } = template as Extract<Step, { kind: 'approve' }>;
  const changed = sampleDefinition({ flow: [{ ...shared, ...step } as StepInput] }).flow[0] as Step;
  const earlier = Object.fromEntries(
    definition.flow.filter(({ id }) => Object.hasOwn(state.steps ?? {}, id)).map((each) => [each.id, each]),
  );
  const directory = sampleDirectory();
  change?.(directory);
  return resolve(
    {
      definition,
      steps: { ...earlier, approval: changed },
      ...merging({ ...earlier, approval: changed }),
    },
    stateBefore(state),
    'approval',
    directory,
  );
}

/** A step with another rule and without authority. */
export const by = (assignee: Assignee | Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  assignee,
  authority: undefined,
  ...more,
});
/** The verdict that seats these people. */
export const seats = (...people: string[]) => ({ kind: 'seats', people });
/** The verdict that nobody was found. */
export const blocked = { kind: 'blocked', owners: ['ops'], reason: 'no-approver' };
/** Who was looked at, in order, and why they were passed over. */
export const trail = ({ derivation }: ReturnType<typeof scene>) =>
  derivation.rules.flatMap((rule) => rule.candidates.map(({ person, removed }) => `${person} ${removed?.code ?? '✓'}`));
/** A step that one person has passed. */
export const passed = (person: string): StepRecord => ({
  generation: 1,
  status: 'passed',
  seats: {
    0: { person, generation: 1, vote: { answer: 'yes', pressed: 'approve', person, n: 2, at: '', stance: null, material: '', shown: '' } },
  },
});

/** What a process tells of merging, for steps without conditions around them. */
export const merging = (steps: Record<string, Step>) => ({
  structure: structureOf(Object.values(steps)),
  apart: stepsApart(Object.values(steps)),
  correctors: {},
  writesForOthers: new Set<string>(),
  shown: {},
  shownFrom: {},
  shownOthers: {},
});
