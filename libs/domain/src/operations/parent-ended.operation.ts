import { ref, stateOf, type TransitionJson } from '../definition/state-json';
import type { DroppedWhy } from '../request/transition';
import type { Bilingual } from '../text/bilingual';
import { closingTasks } from './walk/closing-tasks';
import { HEARING } from './parts/hearing';
import { telling } from './parts/machine-context';
import type { Operation } from './operation';

declare module '../request/command' {
  interface CommandShapes {
    'parent.ended': { why: DroppedWhy };
  }
  interface SystemCommands {
    'parent.ended': true;
  }
  interface CommandBody {
    why?: DroppedWhy;
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    'parent.ended': { 'request.dropped': { why: DroppedWhy } };
  }
  interface OwnClosings {
    'parent.ended': 'parent-ended';
  }
  interface OwnNotices {
    'parent.ended': 'request-dropped';
  }
}

const WHY: Record<DroppedWhy, Bilingual> = {
  'parent-ended': { zh: '上级申请已结束，本申请随之撤回', en: 'Withdrawn, because the request that started it has ended' },
  'walked-again': {
    zh: '上级申请退回重办，本申请随之撤回',
    en: 'Withdrawn, because the request that started it is asked anew from before',
  },
  'not-needed': { zh: '上级申请不再需要，本申请随之撤回', en: 'Withdrawn, because the request that started it has enough without it' },
};

const withdrawn = (): TransitionJson[] => [
  { target: stateOf('withdrawn'), guard: [ref('of-the-house'), ref('nothing-carried-out')], actions: [ref('parent.ended')] },
];

/** The request that started this one wants it no more: it is withdrawn, unless something was carried out. */
export const parentEndedOperation: Operation<'parent.ended'> = {
  ...HEARING,
  type: 'parent.ended',
  button: { zh: '随上级申请撤回', en: 'Withdraw with the parent request' },
  past: { zh: '已随上级申请撤回', en: 'Withdrawn with the parent request' },
  closes: 'parent-ended',
  closings: { 'parent-ended': { zh: '上级申请不再需要这份申请', en: 'The request that started it no longer needs it' } },
  events: {
    'request.dropped': { text: ({ why }) => WHY[why], tells: () => ({ notice: 'request-dropped', step: null }) },
  },
  notices: {
    'request-dropped': ({ request }) => ({
      zh: `「${request.zh}」已随上级申请撤回`,
      en: `“${request.en}” was withdrawn with the request that started it`,
    }),
  },
  tells: 'request-dropped',
  read: ({ why }) => ({ why: why ?? 'parent-ended' }),
  attempt: () => ({ why: 'parent-ended' }),
  at: {
    walk: withdrawn,
    returned: withdrawn,
  },
  act: (machine, { command }) =>
    telling(
      { ...machine, request: { ...closingTasks(machine.request), returned: null, poisoned: null } },
      { type: 'request.dropped', why: command.why },
    ),
};
