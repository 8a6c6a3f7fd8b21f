import { z } from 'zod';
import { isHuman } from '../definition/flow';
import type { Outline } from '../definition/outline';
import { resumeSchema, type Resume } from '../definition/steps/step-parts';
import type { OnTask } from '../request/command';
import { returnTargets, type ReturnTarget } from '../request/return-targets';
import type { RequestContext } from '../request/request-state';
import { ownValue } from '../text/own-value';
import { commentSchema } from './asked-form';
import { telling, withoutSteps } from './machine-context';
import { attemptOnTask, cast, humanStepNamed, mayAct, readOnTask, sitsOn, taskGone } from './on-task';
import type { Operation, StepPlace } from './operation';
import { ref, stateOf, WALK, type Reference } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    return: OnTask & { to: string | null; resume: Resume | null };
  }
  interface CommandBody {
    to?: string;
    resume?: Resume;
  }
}

function mayReturn(place: StepPlace): Reference[] {
  const { to, maxRounds } = place.step.returns;
  return [
    ...mayAct(place),
    ref('return-target', { from: place.step.id, to, earlier: place.earlier }),
    ...(maxRounds === undefined ? [] : [ref('rounds-left', { max: maxRounds })]),
    ref('comment-required', { where: true }),
  ];
}

/** Places where a step may send the request back to from here, each once. Pure. */
export function returnTargetsOf(process: Pick<Outline, 'steps' | 'order'>, step: string, context: RequestContext): ReturnTarget[] {
  const human = process.order.filter((id) => {
    const each = ownValue(process.steps, id);
    return each !== undefined && isHuman(each);
  });
  const { returns } = humanStepNamed(process, step);
  return returnTargets({ from: step, to: returns.to, earlier: human.slice(0, human.indexOf(step)) }, context);
}

/**
 * Sends the request back, to its requester or to a step that was passed. The walk begins again from its top, and every step asks itself whether
 * its decision still stands: *walk again* forgets the step returned to and all that follow, *straight back* forgets that one step.
 */
export const returnOperation: Operation<'return'> = {
  type: 'return',
  scope: 'task',
  onStep: true,
  ofContent: true,
  body: z.strictObject({ comment: commentSchema, to: z.string().min(1).max(80), resume: resumeSchema.optional() }),
  button: { zh: '退回修改', en: 'Return' },
  past: { zh: '已退回', en: 'Returned' },
  undone: { zh: '撤销了退回', en: 'Undid the return' },
  confirm: null,
  tone: 'plain',
  place: 'beside',
  key: 'b',
  buttonOn: (step) => step.labels.return,
  needsComment: () => true,
  closes: 'returned',
  tells: null,
  undo: 'return',
  concerns: sitsOn,
  read: (body) => ({ ...readOnTask(body), to: body.to ?? null, resume: body.resume ?? null }),
  attempt: (state, step, actor) => ({ ...attemptOnTask(state, step, actor), to: null, resume: null }),
  at: {
    open(place) {
      if (place.step.returns.to.length === 0) return [];
      const actions = [ref('return', { step: place.step.id })];
      return [
        { target: stateOf('returned'), guard: [ref('to-requester'), ...mayReturn(place)], actions },
        { target: WALK, reenter: true, guard: [ref('to-step'), ...mayReturn(place)], actions },
      ];
    },
  },
  act(machine, event, { step: id }, process) {
    const { command, n } = event;
    const step = humanStepNamed(process, id);
    const target = returnTargetsOf(process, id, machine.request).find(({ to }) => to === command.to);
    if (target === undefined) throw new Error(`Expected to return to an earlier step, but “${command.to}” is none`);
    const resume = step.returns.resume === 'choose' ? (command.resume ?? 'walk-again') : step.returns.resume;
    const { request, events } = cast(machine, event, { step: id, answer: 'back', stance: null }, process);
    const gone = resume === 'straight-back' ? [target.at] : process.order.slice(process.order.indexOf(target.at));
    const away = target.at === 'requester';
    const returned: RequestContext = {
      ...request,
      returns: request.returns + 1,
      walkedFrom: n,
      returned: away ? { by: id, to: 'requester', resume } : null,
      // The one that returns stays, to tell a late second decision who was first.
      steps: away
        ? request.steps
        : withoutSteps(
            request.steps,
            gone.filter((each) => each !== id),
          ),
    };
    return telling({ request: returned, events }, { type: 'request.returned', by: id, to: target.at, resume });
  },
  untaken: taskGone,
};
