import { z } from 'zod';
import { isHuman } from '../definition/flow';
import { ref } from '../definition/state-json';
import { shownDigest } from '../form/shown/step-fields';
import { leavesOut } from '../guards/may-leave-out.guard';
import { ownValue } from '../text/own-value';
import { commentSchema, hasComment } from './form/asked-form';
import { telling, withStep } from './parts/machine-context';
import { taskGone } from './seats/on-task';
import type { Operation, StepPlace } from './operation';
import { PLAIN } from './parts/plain';

declare module '../request/command' {
  interface CommandShapes {
    'leave-out': { step: string | null; hasComment: boolean };
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    'leave-out': { 'step.left-out': { step: string; person: string } };
  }
  interface OwnClosings {
    'leave-out': 'left-out';
  }
  interface OwnNotices {
    'leave-out': 'task-left-out';
  }
  interface OwnRefusals {
    'leave-out': 'not-yours-to-leave-out';
  }
}

function leaves({ step, path }: StepPlace) {
  const { optional } = step;
  if (!optional) return [];
  return [
    {
      target: `${path}.arrive`,
      reenter: true as const,
      guard: [ref('may-leave-out', { by: optional.by }), ref('comment-required', { where: true })],
      actions: [ref('leave-out', { step: step.id })],
    },
  ];
}

/** Leaves an optional step out of this request, with a reason that stays on record. */
export const leaveOutOperation: Operation<'leave-out'> = {
  ...PLAIN,
  type: 'leave-out',
  scope: 'request',
  onStep: true,
  body: z.strictObject({ step: z.string().min(1).max(60), comment: commentSchema }),
  button: { zh: '略过这一步', en: 'Leave this step out' },
  past: { zh: '已略过', en: 'Left out' },
  undone: { zh: '撤销了略过', en: 'Undid leaving the step out' },
  confirm: {
    title: { zh: '略过这一步？', en: 'Leave this step out?' },
    consequence: {
      zh: '这一步不再处理，申请继续往下走；原来的处理人会收到消息。您的姓名和原因永久留痕。',
      en: 'Nobody is asked there and the request goes on; whoever had it is told. Your name and reason stay on record.',
    },
  },
  needsComment: () => true,
  closes: 'left-out',
  closings: { 'left-out': { zh: '这一步已略过', en: 'The step was left out' } },
  events: {
    'step.left-out': {
      text({ step }, naming) {
        const title = naming.step(step);
        return { zh: `略过「${title.zh}」`, en: `Left out “${title.en}”` };
      },
    },
  },
  notices: {
    'task-left-out': ({ request, step, actor }) => ({
      zh: `「${request.zh}」${step ? `的「${step.zh}」` : '的这一步'}已${actor ? `由${actor.zh}` : ''}略过，不再需要您处理`,
      en: `${step ? `“${step.en}” of “${request.en}”` : `“${request.en}”`} was left out${actor ? ` by ${actor.en}` : ''}; it is no longer with you`,
    }),
  },
  tells: 'task-left-out',
  refusals: {
    'not-yours-to-leave-out': {
      kind: 'forbidden',
      silent: true,
      text: () => ({ zh: '您不能略过这一步', en: 'You may not leave this step out' }),
    },
  },
  undo: 'leave-out',
  concerns({ context }, actor, id, { steps }) {
    const step = id === null ? undefined : ownValue(steps, id);
    const by = step && isHuman(step) ? step.optional?.by : undefined;
    return by !== undefined && context.outcome === null && leavesOut(context, by, actor.id);
  },
  read: (body) => ({ step: body.step ?? null, hasComment: hasComment(body) }),
  attempt: (_state, { step }) => ({ step, hasComment: true }),
  at: { open: leaves, blocked: leaves },
  act(machine, { command, n }, { step: id }, process) {
    const material = shownDigest(process, id, machine.request.material);
    const leftOut = { person: command.actor, n, material };
    const skipped = withStep(machine, id, { status: 'skipped', generation: n, seats: {}, leftOut });
    return telling(skipped, { type: 'step.left-out', step: id, person: command.actor });
  },
  untaken: taskGone,
};
