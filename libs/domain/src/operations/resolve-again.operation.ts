import { isCalling } from '../definition/flow';
import { refusal } from '../request/refusal';
import { cameToNothing } from '../request/links/children';
import { WITH_REQUESTER, type StepRecord } from '../request/request-state';
import { recordOf, standingSteps } from '../request/standing';
import { commentBody } from './form/asked-form';
import type { Operation } from './operation';
import { PLAIN } from './parts/plain';
import { lookingAgain } from './items/item-seats';
import { withoutSteps, withStep } from './parts/machine-context';
import { ref, stateOf, type TransitionJson } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    'resolve-again': object;
  }
}
declare module '../request/words/own-words' {
  interface OwnClosings {
    'resolve-again': 'resolved-again';
  }
}

type Children = NonNullable<StepRecord['children']>;

function soundOf(children: Children): Children {
  return Object.fromEntries(Object.entries(children).filter(([, child]) => !cameToNothing(child)));
}

function looksForSomebody(record: StepRecord | undefined): boolean {
  return record?.status === 'blocked' && record.call === undefined;
}

function looksAgain(step: string, target: string): TransitionJson[] {
  const guard = [ref('is-blocked', { step }), ref('is-owner', { step })];
  return [{ target, reenter: true, guard, actions: [ref('resolve-again', { step })] }];
}

/** Looks for people again, where a step found none. */
export const resolveAgainOperation: Operation<'resolve-again'> = {
  ...PLAIN,
  type: 'resolve-again',
  scope: 'operator',
  onStep: false,
  body: commentBody,
  button: { zh: '重新查找处理人', en: 'Look for people again' },
  past: { zh: '已重新查找', en: 'Looked for people again' },
  confirm: {
    title: { zh: '重新查找处理人？', en: 'Look for people again?' },
    consequence: {
      zh: '按现在的组织、岗位和授权查找，找到的人会收到待办；没有办成的子申请重新发起。',
      en: 'People are looked for by the directory and the grants as they are now, and whoever is found gets the task; child requests that came to nothing are started anew.',
    },
  },
  closes: 'resolved-again',
  closings: { 'resolved-again': { zh: '已重新查找处理人', en: 'People were looked for again' } },
  looksAgain: 'stuck',
  concerns: ({ context }) => standingSteps(context).some((step) => looksForSomebody(recordOf(context, step))),
  read: () => ({}),
  attempt: () => ({}),
  at: {
    blocked: ({ step, path }) => looksAgain(step.id, `${path}.arrive`),
    // Another system is asked again by an operation of its own.
    stuck: ({ step, path }) => (isCalling(step) ? [] : looksAgain(step.id, `${path}.arrive`)),
    returned: () => looksAgain(WITH_REQUESTER, stateOf('returned')),
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
