import { z } from 'zod';
import { ref } from '../definition/state-json';
import { OVERRIDE_RIGHT } from '../guards/is-owner.guard';
import { refusal } from '../request/refusal';
import { recordOf } from '../request/standing';
import { commentSchema, hasComment } from './form/asked-form';
import { telling, withStep } from './parts/machine-context';
import { asksPeople, taskGone } from './seats/on-task';
import type { Operation, StepPlace } from './operation';
import { PLAIN } from './parts/plain';

declare module '../request/command' {
  interface CommandShapes {
    override: { step: string | null; hasComment: boolean };
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    override: { 'step.overridden': { step: string; person: string } };
  }
  interface OwnClosings {
    override: 'overridden';
  }
  interface OwnNotices {
    override: 'task-overridden';
  }
  interface OwnRefusals {
    override: 'not-done-by-override';
  }
}

/** Nothing is carried out by saying so: a payment, a signature. */
function overrides({ step, path }: StepPlace) {
  if (step.authority?.kind === 'execute') return [];
  return [
    {
      target: `${path}.arrive`,
      reenter: true as const,
      guard: [ref('has-right', { right: OVERRIDE_RIGHT }), ref('not-concerned'), ref('comment-required', { where: true })],
      actions: [ref('override', { step: step.id })],
    },
  ];
}

/**
 * Passes one step over its people's heads, by somebody with a right of its own: nobody has decided it, and it is asked no more in this request. It is
 * no approval of anybody's, and stays marked for ever.
 */
export const overrideOperation: Operation<'override'> = {
  ...PLAIN,
  type: 'override',
  scope: 'operator',
  onStep: true,
  body: z.strictObject({ step: z.string().min(1).max(60), comment: commentSchema }),
  button: { zh: '越权放行', en: 'Override this step' },
  past: { zh: '已越权放行', en: 'Overridden' },
  confirm: {
    title: { zh: '越权放行这一步？', en: 'Override this step?' },
    consequence: {
      zh: '这一步不再由任何人处理，也不算有人同意；申请继续往下走，不能撤销。原来的处理人会收到消息，您的姓名和原因永久留痕。',
      en: 'Nobody decides this step any more, and it counts as nobody’s approval; the request goes on. This cannot be undone. Whoever had it is told; your name and reason stay on record.',
    },
  },
  tone: 'danger',
  needsComment: () => true,
  closes: 'overridden',
  closings: { overridden: { zh: '管理员已越权放行', en: 'An administrator overrode the step' } },
  events: {
    'step.overridden': {
      text({ step }, naming) {
        const title = naming.step(step);
        return { zh: `越权放行「${title.zh}」，无人同意`, en: `Overrode “${title.en}”; nobody has approved it` };
      },
    },
  },
  notices: {
    'task-overridden': ({ request, step, actor }) => ({
      zh: `「${request.zh}」${step ? `的「${step.zh}」` : '的这一步'}已${actor ? `由${actor.zh}` : ''}越权放行，不再由您处理`,
      en: `${step ? `“${step.en}” of “${request.en}”` : `“${request.en}”`} was overridden${actor ? ` by ${actor.en}` : ''}; it is no longer with you`,
    }),
  },
  tells: 'task-overridden',
  refusals: {
    'not-done-by-override': {
      kind: 'conflict',
      text: () => ({
        zh: '付款、签署这类须实际办理的步骤不能越权放行',
        en: 'A step that carries something out, such as a payment, cannot be overridden',
      }),
    },
  },
  concerns: ({ context }, actor, step, process) =>
    step !== null && context.outcome === null && actor.rights.includes(OVERRIDE_RIGHT) && asksPeople(process, step),
  read: (body) => ({ step: body.step ?? null, hasComment: hasComment(body) }),
  attempt: (_state, { step }) => ({ step, hasComment: true }),
  at: { open: overrides, blocked: overrides },
  act(machine, { command, n }, { step }) {
    const waived = withStep(machine, step, { status: 'waived', generation: n, seats: {} });
    return telling(waived, { type: 'step.overridden', step, person: command.actor });
  },
  untaken(context, command) {
    const status = recordOf(context, 'step' in command ? (command.step ?? '') : '')?.status;
    return status === 'open' || status === 'blocked' ? refusal('not-done-by-override') : taskGone(context, command);
  },
};
