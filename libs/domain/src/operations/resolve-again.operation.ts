import { refusal } from '../request/refusal';
import { cameToNothing } from '../request/children';
import { WITH_REQUESTER, type StepRecord } from '../request/request-state';
import { recordOf, standingSteps } from '../request/standing';
import { emptyBody } from './asked-form';
import type { Operation } from './operation';
import { PLAIN } from './plain';
import { lookingAgain } from './item-seats';
import { withoutSteps, withStep } from './machine-context';
import { ref, stateOf } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    'resolve-again': object;
  }
}
declare module '../request/own-words' {
  interface OwnClosings {
    'resolve-again': 'resolved-again';
  }
}

type Children = NonNullable<StepRecord['children']>;

function soundOf(children: Children): Children {
  return Object.fromEntries(Object.entries(children).filter(([, child]) => !cameToNothing(child)));
}

/** Looks for people again, where a step found none. */
export const resolveAgainOperation: Operation<'resolve-again'> = {
  ...PLAIN,
  type: 'resolve-again',
  scope: 'operator',
  onStep: false,
  body: emptyBody,
  button: { zh: '重新查找处理人', en: 'Look for people again' },
  past: { zh: '已重新查找', en: 'Looked for people again' },
  closes: 'resolved-again',
  closings: { 'resolved-again': { zh: '已重新查找处理人', en: 'People were looked for again' } },
  looksAgain: 'stuck',
  concerns: ({ context }) => standingSteps(context).some((step) => recordOf(context, step)?.status === 'blocked'),
  read: () => ({}),
  attempt: () => ({}),
  at: {
    blocked: ({ step, path }) => [
      {
        target: `${path}.arrive`,
        reenter: true,
        guard: [ref('is-blocked', { step: step.id }), ref('is-owner', { step: step.id })],
        actions: [ref('resolve-again', { step: step.id })],
      },
    ],
    stuck: ({ step, path }) => [
      {
        target: `${path}.arrive`,
        reenter: true,
        guard: [ref('is-blocked', { step: step.id }), ref('is-owner', { step: step.id })],
        actions: [ref('resolve-again', { step: step.id })],
      },
    ],
    returned: () => [
      {
        target: stateOf('returned'),
        reenter: true,
        guard: [ref('is-blocked', { step: WITH_REQUESTER }), ref('is-owner', { step: WITH_REQUESTER })],
        actions: [ref('resolve-again', { step: WITH_REQUESTER })],
      },
    ],
  },
  act(machine, { n }, { step }) {
    const known = recordOf(machine.request, step);
    // What came to nothing is started anew; what was started and goes on stays.
    if (known?.children) return withStep(machine, step, { ...known, children: soundOf(known.children) });
    const again = lookingAgain(known, n);
    if (again !== null) return withStep(machine, step, again);
    return { ...machine, request: { ...machine.request, steps: withoutSteps(machine.request.steps, [step]) } };
  },
  untaken: () => refusal('not-blocked'),
};
