import { telling } from './parts/machine-context';
import { attemptOnPerson, personBody, personOf, readOnPerson, type OnPerson } from './seats/on-person';
import { sitsOn, taskGone } from './seats/on-task';
import type { Operation } from './operation';
import { PLAIN } from './parts/plain';
import { ref } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    copy: OnPerson;
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    copy: { 'copy.given': { step: string; to: string } };
  }
  interface OwnRefusals {
    copy: 'reads-it-already';
  }
}

/** Sends somebody a copy, by choice of whoever has the task: they read what the step shows and decide nothing. Nobody gets two. */
export const copyOperation: Operation<'copy'> = {
  ...PLAIN,
  type: 'copy',
  scope: 'task',
  onStep: true,
  names: 'adviser',
  body: personBody,
  button: { zh: '抄送', en: 'Send a copy' },
  past: { zh: '已抄送', en: 'Copy sent' },
  confirm: {
    title: { zh: '抄送给谁？', en: 'Send a copy to whom?' },
    consequence: {
      zh: '对方只看，不处理；看到的内容与您这一步相同。同一人只抄送一次。',
      en: 'They read what you see on this step and decide nothing. Nobody is sent two copies.',
    },
  },
  group: 'ask',
  events: {
    'copy.given': {
      text({ to }, naming) {
        const name = naming.person(to);
        return { zh: `抄送给${name.zh}`, en: `Sent ${name.en} a copy` };
      },
    },
  },
  refusals: {
    'reads-it-already': {
      kind: 'conflict',
      text: () => ({ zh: '此人已能看到这份申请，无需再抄送', en: 'They can read this request already, so they need no copy' }),
    },
  },
  concerns: sitsOn,
  read: readOnPerson,
  attempt: attemptOnPerson,
  at: {
    open: ({ step }) => [
      {
        guard: [ref('is-assignee', { step: step.id }), ref('reads-it-not'), ref('decides-here', { step: step.id, claim: false })],
        actions: [ref('copy', { step: step.id })],
      },
    ],
  },
  act(machine, { command }, { step }) {
    const person = personOf(command);
    const { request } = machine;
    const copiedTo = [...(request.copiedTo ?? []), person].sort();
    return telling(
      { ...machine, request: { ...request, copiedTo } },
      { type: 'copy.given', step, to: person },
      { type: 'copy.sent', step, person },
    );
  },
  untaken: taskGone,
};
