import type { Condition } from '../definition/condition.schema';
import type { HumanStep } from '../definition/step.schema';
import { excludesRequester } from '../people/deciders';
import { allOf, HUB, ref, way, type Reference, type StateJson, type TransitionJson } from './state-json';
import type { Place } from './step-kind';

/** Guards of every word on a task: the right person, about what is there now. */
function mayAct(step: HumanStep): Reference[] {
  return [
    ref('is-assignee', { step: step.id }),
    ...(excludesRequester(step) ? [ref('not-requester'), ref('not-beneficiary')] : []),
    ...(step.distinctFrom.length > 0 ? [ref('distinct-deciders', { steps: step.distinctFrom })] : []),
    ref('stale-content'),
  ];
}

function mayPass(step: HumanStep): Reference[] {
  const { authority, commentRequired } = step;
  return [
    ...mayAct(step),
    ...(authority ? [ref('has-authority', { authority })] : []),
    ...(authority?.amount === undefined ? [] : [ref('within-limit', { authority })]),
    ref('valid-fields'),
    ref('required-fields'),
    ...(step.kind === 'opinion' ? [ref('opinion-signed'), ref('comment-required', { where: true })] : []),
    ...(step.kind !== 'opinion' && commentRequired !== false ? [ref('comment-required', { where: commentRequired })] : []),
    ...step.checks,
  ];
}

function rejects(step: HumanStep): TransitionJson[] {
  if (!('mayReject' in step) || !step.mayReject) return [];
  const guards = [
    ...mayAct(step),
    ...(step.authority ? [ref('has-authority', { authority: step.authority })] : []),
    ref('comment-required', { where: true }),
  ];
  return [{ target: 'rejected', guard: allOf(guards), actions: [ref('reject', { step: step.id })] }];
}

function returns(step: HumanStep, place: Place): TransitionJson[] {
  const { to, maxRounds } = step.returns;
  if (to.length === 0) return [];
  const guards = [
    ...mayAct(step),
    ref('return-target', { to, earlier: place.earlier }),
    ...(maxRounds === undefined ? [] : [ref('rounds-left', { max: maxRounds })]),
    ref('comment-required', { where: true }),
  ];
  return [{ target: HUB, guard: allOf(guards), actions: [ref('return', { step: step.id })] }];
}

/** The state of a step that people decide: what its task takes, who may do it, where the walk goes. Pure. */
export function humanState(step: HumanStep, place: Place): StateJson {
  const passing = [ref('pass', { step: step.id })];
  return {
    entry: [ref('enter-step', { step: step.id })],
    always: [
      { target: HUB, guard: way('passes-straight-back', { step: step.id }), actions: [ref('go-straight-back')] },
      { target: place.next, guard: way('passes', { step: step.id }) },
    ],
    on: {
      approve: [
        { target: HUB, guard: allOf(mayPass(step), ref('straight-back')), actions: passing },
        { target: place.next, guard: allOf(mayPass(step)), actions: passing },
      ],
      ...(rejects(step).length > 0 ? { reject: rejects(step) } : {}),
      ...(returns(step, place).length > 0 ? { return: returns(step, place) } : {}),
      withdraw: [{ target: 'withdrawn', guard: allOf([ref('is-requester'), ref('before-first-decision')]), actions: [ref('withdraw')] }],
      'resolve-again': [
        {
          target: step.id,
          reenter: true,
          guard: allOf([ref('is-blocked', { step: step.id }), ref('is-owner')]),
          actions: [ref('resolve-again')],
        },
      ],
    },
  };
}

/** Conditions that the machine evaluates on such a step. Pure. */
export function humanConditions(step: HumanStep): Condition[] {
  return [
    ...(step.authority?.inPlan ? [step.authority.inPlan] : []),
    ...(typeof step.commentRequired === 'object' ? [step.commentRequired] : []),
  ];
}
