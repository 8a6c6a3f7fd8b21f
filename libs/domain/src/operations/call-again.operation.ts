import { z } from 'zod';
import { isCalling } from '../definition/flow';
import type { Step } from '../definition/step.schema';
import { ref } from '../definition/state-json';
import { callId } from '../digest/uuid';
import { givenDigest } from '../form/given-digest';
import { refusal } from '../request/refusal';
import { isLeftUndone, recordOf, wantsCalls } from '../request/standing';
import { ownValue } from '../text/own-value';
import { commentSchema, hasComment } from './form/asked-form';
import { telling, withStep } from './parts/machine-context';
import type { Operation, StuckPlace } from './operation';
import { PLAIN } from './parts/plain';

declare module '../request/command' {
  interface CommandShapes {
    'call-again': { step: string | null; hasComment: boolean };
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    'call-again': { 'call.repeated': { step: string; person: string } };
  }
  interface OwnRefusals {
    'call-again': 'not-failed';
  }
}

function calls({ step, path }: StuckPlace) {
  if (!isCalling(step)) return [];
  const guard = [ref('asked-in-vain', { step: step.id }), ref('is-owner', { step: step.id }), ref('comment-required', { where: true })];
  return [{ target: `${path}.arrive`, reenter: true as const, guard, actions: [ref('call-again', { step: step.id })] }];
}

/** Nobody waits for it: the request stays where it is, and so it does after its end. */
function callsBeside(step: Step) {
  if (!isCalling(step)) return [];
  const guard = [ref('left-undone', { step: step.id }), ref('is-owner', { step: step.id }), ref('comment-required', { where: true })];
  return [{ guard, actions: [ref('call-again', { step: step.id })] }];
}

/** Asks another system once more for what it did not do, whether the request waits for it or not. */
export const callAgainOperation: Operation<'call-again'> = {
  ...PLAIN,
  type: 'call-again',
  scope: 'operator',
  onStep: true,
  body: z.strictObject({ step: z.string().min(1).max(60), comment: commentSchema }),
  button: { zh: '重新发送', en: 'Send again' },
  past: { zh: '已重新发送', en: 'Sent again' },
  confirm: {
    title: { zh: '重新发给外部系统？', en: 'Send it to the other system again?' },
    consequence: {
      zh: '按申请现在的内容重新发送，不能撤销。请先确认对方没有办过；您的姓名和原因永久留痕。',
      en: 'It is sent again with what the request holds now, and cannot be undone. Make sure that the other system has not done it; your name and reason stay on record.',
    },
  },
  needsComment: () => true,
  events: {
    'call.repeated': {
      text({ step }, naming) {
        const title = naming.step(step);
        return { zh: `重新发送「${title.zh}」`, en: `Sent “${title.en}” again` };
      },
    },
  },
  refusals: {
    'not-failed': {
      kind: 'conflict',
      silent: true,
      text: () => ({ zh: '这一步没有发送失败', en: 'Nothing has failed at this step' }),
    },
  },
  concerns({ context }, _actor, step) {
    const record = step === null ? undefined : recordOf(context, step);
    const { status, call } = record ?? {};
    const waitsInVain = call !== undefined && (status === 'blocked' || (status === 'waiting' && call.wrong === true));
    return waitsInVain || (isLeftUndone(record) && wantsCalls(context));
  },
  read: (body) => ({ step: body.step ?? null, hasComment: hasComment(body) }),
  attempt: (_state, { step }) => ({ step, hasComment: true }),
  at: { stuck: calls, left: callsBeside },
  act(machine, { command, n }, { step }, { steps }) {
    const [found, known] = [ownValue(steps, step), recordOf(machine.request, step)];
    const repeated = { type: 'call.repeated', step, person: command.actor } as const;
    if (known === undefined || found === undefined || !isCalling(found) || !isLeftUndone(known))
      return telling(withStep(machine, step, { status: 'returned', generation: n, seats: {} }), repeated);
    const call = { id: callId(machine.request.requestId, step, n), given: givenDigest(found.body, machine.request) };
    return telling(telling(withStep(machine, step, { ...known, call }), repeated), { type: 'call.sent', step, call: call.id });
  },
  untaken: () => refusal('not-failed'),
};
