import { z } from 'zod';
import { equalJson } from '../digest/equal-json';
import type { DirectoryCause } from '../request/command';
import { refusal } from '../request/refusal';
import type { Operation } from './operation';
import { PLAIN } from './parts/plain';
import { ref, stateOf } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    'directory.changed': { cause: DirectoryCause };
  }
  interface SystemCommands {
    'directory.changed': true;
  }
  interface CommandBody {
    cause?: DirectoryCause;
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    'directory.changed': {
      /** A calendar or a field says that a step is due at another moment. */
      'due.moved': { step: string; was: string; is: string };
      /** Somebody who was to sign besides can sign no more, and nobody waits for it; `by`: who had asked for it. */
      'signer.gone': { step: string; person: string; by: string };
      /** Somebody who was asked for information is there no more, and the question is over; `by`: who had asked it. */
      'question.gone': { step: string; person: string; by: string };
    };
  }
  interface OwnNotices {
    'directory.changed': 'signer-gone' | 'question-gone';
  }
  interface OwnClosings {
    'directory.changed': 'no-longer-entitled';
  }
  interface OwnRefusals {
    'directory.changed': 'unchanged';
  }
}

/**
 * People, posts, grants or accounts have changed: every step that waits looks for its people again. Whoever may stay keeps their seat and their
 * word, others lose it, new ones are asked; nobody at all blocks the step. A returned request whose requester has left is blocked too. Where nobody's seat changes it is refused as `unchanged`.
 */
export const directoryChangedOperation: Operation<'directory.changed'> = {
  ...PLAIN,
  type: 'directory.changed',
  scope: 'system',
  onStep: false,
  body: z.strictObject({
    cause: z.strictObject({ change: z.enum(['import', 'account', 'grant', 'right', 'day', 'absence']), by: z.string().nullable() }),
  }),
  button: { zh: '组织已变更', en: 'The directory changed' },
  past: { zh: '组织已变更', en: 'The directory changed' },
  closes: 'no-longer-entitled',
  events: {
    'due.moved': {
      text: ({ step }, naming) => {
        const title = naming.step(step);
        return {
          zh: `工作日历已变更，「${title.zh}」的期限随之调整`,
          en: `A working calendar changed; “${title.en}” is due at another time`,
        };
      },
    },
    'signer.gone': {
      tells: ({ step, by }) => ({ notice: 'signer-gone', step, to: [by] }),
      text: ({ person }, naming) => ({
        zh: `${naming.person(person).zh}不能再签，不再等待这一加签`,
        en: `${naming.person(person).en} can sign no more; the added signature is not waited for`,
      }),
    },
    'question.gone': {
      tells: ({ step, by }) => ({ notice: 'question-gone', step, to: [by] }),
      text: ({ person }, naming) => ({
        zh: `${naming.person(person).zh}不能再答复，提问已收回`,
        en: `${naming.person(person).en} can answer no more; the question was taken back`,
      }),
    },
  },
  notices: {
    'signer-gone': ({ request }) => ({
      zh: `「${request.zh}」里您请的一位加签人不能再签，需要时请另行加签`,
      en: `Somebody you asked to sign “${request.en}” cannot sign any more; add another signer if one is needed`,
    }),
    'question-gone': ({ request }) => ({
      zh: `「${request.zh}」里您请补充资料的一位不能再答复，提问已收回，需要时请另问他人`,
      en: `Somebody you asked for information on “${request.en}” cannot answer any more, and the question was taken back; ask somebody else if it is needed`,
    }),
  },
  closings: {
    'no-longer-entitled': { zh: '任职或授权已变更，不再由此人处理', en: 'Posts or grants changed, so it is no longer with them' },
  },
  refusals: { unchanged: { kind: 'conflict', text: () => ({ zh: '没有变化', en: 'Nothing has changed' }) } },
  looksAgain: 'standing',
  whileSuspended: true,
  concerns: () => false,
  read: ({ cause }) => ({ cause: cause ?? { change: 'import', by: null } }),
  attempt: () => ({ cause: { change: 'import', by: null } }),
  at: {
    open: ({ path }) => [{ target: `${path}.arrive`, reenter: true, guard: [ref('of-the-house')], actions: [ref('directory.changed')] }],
    blocked: ({ path }) => [{ target: `${path}.arrive`, reenter: true, guard: [ref('of-the-house')], actions: [ref('directory.changed')] }],
    stuck: ({ step, path }) => [
      {
        target: `${path}.arrive`,
        reenter: true,
        guard: [ref('of-the-house'), ref('looks-again', { step: step.id })],
        actions: [ref('directory.changed')],
      },
    ],
    returned: () => [{ target: stateOf('returned'), reenter: true, guard: [ref('of-the-house')], actions: [ref('directory.changed')] }],
  },
  act: (machine) => machine,
  untaken: () => refusal('unchanged'),
  settle: ({ before, after }) => (equalJson(before.steps, after.steps) ? refusal('unchanged') : null),
};
