import { z } from 'zod';
import { isCalling, isPausing } from '../definition/flow';
import { ref } from '../definition/state-json';
import { OPERATE_RIGHT } from '../guards/is-owner.guard';
import { refusal } from '../request/refusal';
import type { StepRecord } from '../request/request-state';
import { recordOf } from '../request/standing';
import { ownValue } from '../text/own-value';
import { commentSchema, hasComment } from './form/asked-form';
import { telling, withStep } from './parts/machine-context';
import type { Operation, StuckPlace } from './operation';
import { PLAIN } from './parts/plain';

declare module '../request/command' {
  interface CommandShapes {
    'end-wait': { step: string | null; hasComment: boolean };
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    'end-wait': { 'pause.ended': { step: string; person: string } };
  }
  interface OwnRefusals {
    'end-wait': 'not-waiting';
  }
}

function ends({ step }: StuckPlace) {
  if (!isPausing(step) && !isCalling(step)) return [];
  const guard = [ref('has-right', { right: OPERATE_RIGHT }), ref('not-concerned'), ref('comment-required', { where: true })];
  return [{ guard, actions: [ref('end-wait', { step: step.id })] }];
}

/** Ends a wait before its moment has come or another system has answered, or one that does not know its moment: the request goes on at once. */
export const endWaitOperation: Operation<'end-wait'> = {
  ...PLAIN,
  type: 'end-wait',
  scope: 'operator',
  onStep: true,
  body: z.strictObject({ step: z.string().min(1).max(60), comment: commentSchema }),
  button: { zh: '提前结束等待', en: 'End the wait' },
  past: { zh: '已提前结束等待', en: 'Wait ended' },
  confirm: {
    title: { zh: '提前结束等待？', en: 'End the wait now?' },
    consequence: {
      zh: '申请不再等待，立即往下走，不能撤销。您的姓名和原因永久留痕。',
      en: 'The wait ends and the request goes on at once. This cannot be undone. Your name and reason stay on record.',
    },
  },
  needsComment: () => true,
  events: {
    'pause.ended': {
      text({ step }, naming) {
        const title = naming.step(step);
        return { zh: `提前结束「${title.zh}」`, en: `Ended “${title.en}” before its time` };
      },
    },
  },
  refusals: {
    'not-waiting': {
      kind: 'conflict',
      silent: true,
      text: () => ({ zh: '这一步没有在等待', en: 'This step is not waiting' }),
    },
  },
  concerns({ context }, actor, id, { steps }) {
    const step = id === null ? undefined : ownValue(steps, id);
    return step !== undefined && (isPausing(step) || isCalling(step)) && context.outcome === null && actor.rights.includes(OPERATE_RIGHT);
  },
  read: (body) => ({ step: body.step ?? null, hasComment: hasComment(body) }),
  attempt: (_state, { step }) => ({ step, hasComment: true }),
  at: { stuck: ends },
  act(machine, { command, n }, { step }) {
    const known: Partial<StepRecord> = recordOf(machine.request, step) ?? {};
    const { owners: _owners, reason: _reason, stuck: _stuck, call, ...waited } = { seats: {}, generation: n, ...known };
    const ended = withStep(machine, step, { ...waited, status: 'passed', ...(call && { call: { ...call, ended: true } }) });
    return telling(ended, { type: 'pause.ended', step, person: command.actor });
  },
  untaken: () => refusal('not-waiting'),
};
