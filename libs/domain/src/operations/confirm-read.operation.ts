import type { Done } from '../request/request-state';
import { refusal } from '../request/refusal';
import { readersOf } from '../request/supervision';
import { ownValue } from '../text/own-value';
import { emptyBody } from './form/asked-form';
import { telling } from './parts/machine-context';
import type { Operation, RequestPlace } from './operation';
import { PLAIN } from './parts/plain';
import { ref, type TransitionJson } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    'confirm-read': object;
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    'confirm-read': { 'copy.read': { steps: string[] } };
  }
  interface OwnRefusals {
    'confirm-read': 'nothing-to-confirm';
  }
}

const WHERE = (_place: RequestPlace): TransitionJson[] => [{ guard: [ref('has-to-read')], actions: [ref('confirm-read')] }];

/** Whoever was sent a copy that asks for it confirms that they have read it: at any time, also when the request has ended. Nothing moves. */
export const confirmReadOperation: Operation<'confirm-read'> = {
  ...PLAIN,
  type: 'confirm-read',
  scope: 'request',
  onStep: false,
  body: emptyBody,
  button: { zh: '确认已阅', en: 'Confirm that I have read it' },
  past: { zh: '已确认阅读', en: 'Reading confirmed' },
  place: 'main',
  events: { 'copy.read': { text: () => ({ zh: '确认已阅', en: 'Confirmed having read it' }) } },
  refusals: {
    'nothing-to-confirm': {
      kind: 'conflict',
      silent: true,
      text: () => ({ zh: '没有需要您确认阅读的抄送', en: 'There is no copy that you are asked to confirm' }),
    },
  },
  concerns: ({ context }, actor) => readersOf(context).some(({ person, at }) => person === actor.id && at === null),
  read: () => ({}),
  attempt: () => ({}),
  at: { walk: WHERE, returned: WHERE, finished: WHERE, ended: WHERE },
  act(machine, { command, facts, n }) {
    const { request } = machine;
    const read = readersOf(request).filter(({ person, at }) => person === command.actor && at === null);
    const done: Done = { person: command.actor, n, at: facts.now };
    const receipts = Object.fromEntries(
      read.map(({ step }) => [step, { ...ownValue(request.receipts ?? {}, step), [command.actor]: done }]),
    );
    return telling(
      { ...machine, request: { ...request, receipts: { ...request.receipts, ...receipts } } },
      { type: 'copy.read', steps: read.map(({ step }) => step) },
    );
  },
  untaken: (context) => refusal('invalid-state', { state: context.outcome ?? '' }),
};
